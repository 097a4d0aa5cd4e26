using System.Diagnostics;
using Symbiosis.Milp;
using Symbiosis.Planning;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Optimizing;

/// <summary>
/// A search from queue to answer: waits its turn, runs on a thread of its own, tells the newest progress. Thread-safe.
/// </summary>
internal sealed class SearchRun(SolveQueue queue, SolvingOptions options, ServerMeters meters, TimeProvider time)
{
    /// <summary>Runs to the end.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="tenant">Whose search it is.</param>
    /// <param name="request">The question.</param>
    /// <param name="deadline">The call's, UTC; <see cref="DateTime.MaxValue"/>: none.</param>
    /// <param name="search">Searches, blocking, with these options and progress, until stopped.</param>
    /// <param name="outcomeOf">The outcome in a word, for measurements.</param>
    /// <param name="box">Gets the progress; closed at the end.</param>
    /// <param name="cancellationToken">Of the call: leaves the queue, ends the engine, discards what was found.</param>
    public async Task<T> FindAsync<T>(
        string tenant,
        SearchRequest request,
        DateTime deadline,
        Func<PlanOptions, Action<PlanProgress>, CancellationToken, T> search,
        Func<T, string> outcomeOf,
        NewestMailbox<V1.SearchProgress> box,
        CancellationToken cancellationToken)
    {
        try
        {
            var called = time.GetTimestamp();
            using var slot = await EnterAsync(tenant, called, box, cancellationToken);
            meters.SearchBegan(tenant, time.GetElapsedTime(called));

            using var activity = ServerMeters.Activities.StartActivity("search");
            activity?.SetTag("tenant", tenant);
            var began = time.GetTimestamp();
            var engine = request.EngineName.Length == 0 ? options.Engine : request.EngineName;
            var remaining = deadline == DateTime.MaxValue ? (TimeSpan?)null : deadline - time.GetUtcNow().UtcDateTime;
            var limit = SearchBudget.TimeLimit(request.TimeLimit, remaining, options);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

            // The planner does not count the building of the model into its limit. And reading and audit take about as long as building did, which
            // says how large the park and how busy the machine is: they get that much before the deadline.
            var isBuilt = 0;
            Action<PlanProgress> onProgress = progress =>
            {
                var elapsed = time.GetElapsedTime(began);
                box.Post(ProgressMapping.Running(progress, elapsed));
                if (remaining is { } left && Interlocked.Exchange(ref isBuilt, 1) == 0)
                    stop.CancelAfter(SearchBudget.UntilStop(limit, left, elapsed));
            };
            var plan = new PlanOptions { TimeLimit = limit, WorkerCount = options.EnginesPerSearch };
            if (request.Gap is { } gap)
                plan = plan with { Gap = gap };
            try
            {
                var found = await SearchThread.RunAsync(() => search(plan, onProgress, stop.Token));
                meters.SearchEnded(engine, outcomeOf(found), time.GetElapsedTime(began));
                activity?.SetTag("outcome", outcomeOf(found));
                cancellationToken.ThrowIfCancellationRequested();
                return found;
            }
            catch (SolverException fault) when (!cancellationToken.IsCancellationRequested)
            {
                meters.EngineFailed(fault.Kind.ToString());
                meters.SearchEnded(engine, "fault", time.GetElapsedTime(began));
                activity?.SetStatus(ActivityStatusCode.Error, fault.Kind.ToString());
                throw;
            }
        }
        finally
        {
            box.Close();
        }
    }

    private async Task<IDisposable> EnterAsync(string tenant, long called, NewestMailbox<V1.SearchProgress> box, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.QueueTime, time);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await queue.EnterAsync(tenant, ahead => box.Post(ProgressMapping.Queued(ahead, time.GetElapsedTime(called))), leave.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new QueueFullException($"No search began within {options.QueueTime.TotalSeconds:0.#} s.", "server", TimeSpan.FromMinutes(1));
        }
    }
}
