using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.HealthCheck;

/// <summary>
/// Health of services by name; the empty name is the server as a whole. It knows no service until it is told. A watcher costs no thread and misses states
/// that passed while it read slowly, never the newest. Safe for use from several threads.
/// </summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServingStatus> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Channel<ServingStatus>>> _watchers = new(StringComparer.Ordinal);
    private bool _isShutDown;

    /// <summary>Says how a service is. After <see cref="Shutdown"/> nothing serves any more, whatever is said.</summary>
    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_lock)
        {
            _statuses[service] = _isShutDown ? ServingStatus.NotServing : status;
            Tell(service);
        }
    }

    /// <summary>Forgets a service.</summary>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_lock)
        {
            if (_statuses.Remove(service)) Tell(service);
        }
    }

    /// <summary>Forgets all services.</summary>
    public void ClearAll()
    {
        lock (_lock)
        {
            var services = _statuses.Keys.ToList();
            _statuses.Clear();
            services.ForEach(Tell);
        }
    }

    /// <summary>Says for good that nothing serves. Watchers are told so, then their streams end with UNAVAILABLE.</summary>
    public void Shutdown()
    {
        lock (_lock)
        {
            if (_isShutDown) return;
            _isShutDown = true;
            foreach (var service in _statuses.Keys.ToList())
            {
                _statuses[service] = ServingStatus.NotServing;
                Tell(service);
            }

            foreach (var watcher in _watchers.Values.SelectMany(watchers => watchers))
                watcher.Writer.TryComplete();
        }
    }

    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_lock)
        {
            return _statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, "There is no service of this name."));
        }
    }

    /// <inheritdoc/>
    public override Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var response = new HealthListResponse();
        lock (_lock)
        {
            foreach (var (service, status) in _statuses)
                response.Statuses.Add(service, new HealthCheckResponse { Status = status });
        }

        return Task.FromResult(response);
    }

    /// <inheritdoc/>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        var watcher = Begin(request.Service);
        try
        {
            ServingStatus? last = null;
            await foreach (var status in watcher.Reader.ReadAllAsync(context.CancellationToken))
            {
                // Two changes may have passed unseen and led back.
                if (status == last) continue;
                last = status;
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
            }
        }
        finally
        {
            End(request.Service, watcher);
        }

        throw new RpcException(new Status(StatusCode.Unavailable, "The server is shutting down."));
    }

    private ServingStatus StatusOf(string service) => _statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown);

    private Channel<ServingStatus> Begin(string service)
    {
        var watcher = Channel.CreateBounded<ServingStatus>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            watcher.Writer.TryWrite(StatusOf(service));
            if (_isShutDown) watcher.Writer.TryComplete();
            if (!_watchers.TryGetValue(service, out var watchers)) _watchers[service] = watchers = [];
            watchers.Add(watcher);
        }

        return watcher;
    }

    private void End(string service, Channel<ServingStatus> watcher)
    {
        lock (_lock)
        {
            // Names come from clients: one that nobody watches any more may not stay.
            if (!_watchers.TryGetValue(service, out var watchers)) return;
            watchers.Remove(watcher);
            if (watchers.Count == 0) _watchers.Remove(service);
        }
    }

    private void Tell(string service)
    {
        if (!_watchers.TryGetValue(service, out var watchers)) return;
        foreach (var watcher in watchers)
            watcher.Writer.TryWrite(StatusOf(service));
    }
}
