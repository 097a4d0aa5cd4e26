using System.Diagnostics;
using System.Diagnostics.Metrics;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Observing;

/// <summary>Measurements of this server, under the meter and activity source <see cref="Name"/>. Thread-safe.</summary>
internal sealed class ServerMeters : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Symbiosis.Server";

    private readonly Meter _meter;
    private readonly Histogram<double> _calls;
    private readonly Histogram<double> _queueTime;
    private readonly Histogram<double> _searchTime;
    private readonly Counter<long> _engineFaults;
    private readonly Counter<long> _rateLimited;
    private readonly Histogram<double> _findTime;
    private readonly Counter<long> _partnerParks;

    /// <summary>Makes the instruments.</summary>
    public ServerMeters(IMeterFactory factory, SolveQueue queue, HeldBytes held)
    {
        _meter = factory.Create(Name);
        _calls = _meter.CreateHistogram<double>("symbiosis.call.duration", "s", "Time of calls by method, status and tenant.");
        _queueTime = _meter.CreateHistogram<double>("symbiosis.queue.duration", "s", "Time that searches waited, by tenant.");
        _searchTime = _meter.CreateHistogram<double>("symbiosis.search.duration", "s", "Time of searches, by engine and outcome.");
        _engineFaults = _meter.CreateCounter<long>("symbiosis.engine.faults", null, "Searches that an engine's fault ended, by kind.");
        _rateLimited = _meter.CreateCounter<long>("symbiosis.calls.limited", null, "Calls refused by a caller's limits, by tenant.");
        _findTime = _meter.CreateHistogram<double>("symbiosis.partners.duration", "s", "Time of finding partners, once the parks are ready.");
        _partnerParks = _meter.CreateCounter<long>("symbiosis.partners.parks", null, "Questions for partners, by whether their parks were ready.");
        _meter.CreateObservableGauge("symbiosis.queue.waiting", () => queue.WaitingCount, null, "Searches that wait.");
        _meter.CreateObservableGauge("symbiosis.queue.running", () => queue.RunningCount, null, "Searches that run.");
        _meter.CreateObservableGauge("symbiosis.requests.held", () => held.Count, "By", "Bytes of requests that wait or are worked on.");
    }

    /// <summary>Traces.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>A call ended.</summary>
    public void CallEnded(string method, string status, string tenant, TimeSpan taken) =>
        _calls.Record(taken.TotalSeconds, new("rpc.method", method), new("rpc.grpc.status_code", status), new("tenant", tenant));

    /// <summary>A search left the queue to begin.</summary>
    public void SearchBegan(string tenant, TimeSpan waited) => _queueTime.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("tenant", tenant));

    /// <summary>A search ended.</summary>
    public void SearchEnded(string engine, string outcome, TimeSpan taken) =>
        _searchTime.Record(taken.TotalSeconds, new("engine", engine), new("outcome", outcome));

    /// <summary>An engine failed.</summary>
    public void EngineFailed(string kind) => _engineFaults.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A caller's limits refused a call.</summary>
    public void RateLimited(string tenant) => _rateLimited.Add(1, new KeyValuePair<string, object?>("tenant", tenant));

    /// <summary>Partners were asked for.</summary>
    public void PartnersAsked(bool wereReady) => _partnerParks.Add(1, new KeyValuePair<string, object?>("ready", wereReady));

    /// <summary>Partners were found.</summary>
    public void PartnersFound(TimeSpan taken) => _findTime.Record(taken.TotalSeconds);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
