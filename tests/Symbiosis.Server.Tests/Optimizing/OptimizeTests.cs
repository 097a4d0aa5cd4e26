using Google.Rpc;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Milp;
using Symbiosis.Planning;
using Symbiosis.Server.Solving;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Optimizing;

/// <summary>Optimize without an engine: the road of a call.</summary>
public sealed class OptimizeTests
{
    [Fact]
    public async Task Optimize_Park_EndsWithThePlan()
    {
        await using var server = await TestServer.StartAsync(findPlan: new ScriptedSearch().Go().Find);

        var answers = await ReadAllAsync(Client(server).Optimize(Request()));

        Assert.Equal(OptimizeResponse.EventOneofCase.Plan, answers[^1].EventCase);
        Assert.All(answers.SkipLast(1), answer => Assert.Equal(OptimizeResponse.EventOneofCase.Progress, answer.EventCase));
        Assert.Equal("three-plants", answers[^1].Plan.ParkId);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task Optimize_ValidateOnly_SearchesNothing()
    {
        var search = new ScriptedSearch().Go();
        await using var server = await TestServer.StartAsync(findPlan: search.Find);
        var request = Request();
        request.ValidateOnly = true;

        var answer = Assert.Single(await ReadAllAsync(Client(server).Optimize(request)));

        Assert.Equal(OptimizeResponse.EventOneofCase.None, answer.EventCase);
        Assert.Equal(0, search.Count);
    }

    [Fact]
    public async Task Optimize_Faults_ListsAllByPath()
    {
        await using var server = await TestServer.StartAsync(findPlan: new ScriptedSearch().Go().Find);
        var request = Request();
        request.Park.Plants[0].Streams[0].HeatKw = double.NaN;
        request.Park.Plants[1].Id = "no id";
        request.Options = new SearchOptions { Gap = 2, Engine = "magic" };

        var fault = await Assert.ThrowsAsync<RpcException>(() => ReadAllAsync(Client(server).Optimize(request)));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        var paths = RichErrorReader.Violations(fault.GetRpcStatus()).Select(violation => violation.FieldPath).ToList();
        Assert.Contains("park.plants[0].streams[0].heat_kw", paths);
        Assert.Contains("park.plants[1].id", paths);
        Assert.Contains("options.gap", paths);
        Assert.Contains("options.engine", paths);
    }

    [Fact]
    public async Task Optimize_NoPark_IsRefused()
    {
        await using var server = await TestServer.StartAsync(findPlan: new ScriptedSearch().Go().Find);

        var fault = await Assert.ThrowsAsync<RpcException>(() => ReadAllAsync(Client(server).Optimize(new OptimizeRequest())));

        Assert.Equal("park", Assert.Single(RichErrorReader.Violations(fault.GetRpcStatus())).FieldPath);
    }

    [Fact]
    public async Task Optimize_Deadline_BoundsTheSearch()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:DeadlineMargin=00:00:01"], search.Find);

        var answers = await ReadAllAsync(Client(server).Optimize(Request(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(4)));

        Assert.InRange(search.Options!.TimeLimit!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        Assert.Equal(OptimizeResponse.EventOneofCase.Plan, answers[^1].EventCase);
    }

    [Fact]
    public async Task Optimize_Cancelled_StopsTheSearch()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(findPlan: search.Find);
        using var cancel = new CancellationTokenSource();
        var reading = ReadAllAsync(Client(server).Optimize(Request(), cancellationToken: cancel.Token));
        await search.Began;

        await cancel.CancelAsync();

        await search.Stopped.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => reading)).StatusCode);
        await Eventually.TrueAsync(() => server.Get<SolveQueue>().RunningCount == 0 && server.Get<HeldBytes>().Count == 0);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task Optimize_CancelledInTheQueue_NeverSearches()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:SearchCount=1"], search.Find);
        using var cancel = new CancellationTokenSource();
        var first = Client(server).Optimize(Request());
        await search.Began;
        var queued = Client(server).Optimize(Request(), cancellationToken: cancel.Token);
        Assert.True(await queued.ResponseStream.MoveNext(default));

        await cancel.CancelAsync();

        await Eventually.TrueAsync(() => server.Get<SolveQueue>().WaitingCount == 0);
        search.Go();
        await ReadAllAsync(first);
        Assert.Equal(SearchStage.Queued, queued.ResponseStream.Current.Progress.Stage);
        Assert.Equal(1, search.Count);
    }

    [Fact]
    public async Task Optimize_DeadlineInTheQueue_EndsWithDeadlineExceeded()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:SearchCount=1"], search.Find);
        var first = Client(server).Optimize(Request());
        await search.Began;

        var fault = await Assert.ThrowsAsync<RpcException>(
            () => ReadAllAsync(Client(server).Optimize(Request(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1))));

        Assert.Equal(StatusCode.DeadlineExceeded, fault.StatusCode);
        await Eventually.TrueAsync(() => server.Get<SolveQueue>().WaitingCount == 0);
        search.Go();
        await ReadAllAsync(first);
    }

    [Fact]
    public async Task Optimize_QueueFull_IsToldWhenToComeBack()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:SearchCount=1", "Solving:QueueLimit=0"], search.Find);
        var first = Client(server).Optimize(Request());
        await search.Began;

        var fault = await Assert.ThrowsAsync<RpcException>(() => ReadAllAsync(Client(server).Optimize(Request())));

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
        Assert.True(RichErrorReader.RetryDelay(fault.GetRpcStatus()) >= TimeSpan.FromSeconds(1));
        Assert.Contains(fault.GetRpcStatus()!.Details, detail => detail.Is(QuotaFailure.Descriptor));
        search.Go();
        await ReadAllAsync(first);
    }

    [Fact]
    public async Task Optimize_SlowReader_MissesProgressNotThePlan()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(findPlan: search.Find);
        var call = Client(server).Optimize(Request());
        await search.Began;

        // More than the windows of stream and connection hold, while nobody reads.
        for (var i = 0; i < 200_000; i++)
            search.Progress!(new PlanProgress("prove", 200_000 - i, null, null, TimeSpan.Zero));
        search.Go();
        var answers = await ReadAllAsync(call);

        Assert.Equal(OptimizeResponse.EventOneofCase.Plan, answers[^1].EventCase);
        Assert.True(answers.Count < 200_000, $"{answers.Count} answers");
        var costs = answers.Where(answer => answer.Progress is { HasIncumbentCny: true }).Select(answer => answer.Progress.IncumbentCny).ToList();
        Assert.Equal(costs.OrderDescending(), costs);
    }

    [Fact]
    public async Task Optimize_QuietSearch_GivesSignsOfLife()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:ProgressInterval=00:00:00.1"], search.Find);
        var call = Client(server).Optimize(Request());

        for (var i = 0; i < 3; i++)
            Assert.True(await call.ResponseStream.MoveNext(default));

        Assert.Equal(SearchStage.Baseline, call.ResponseStream.Current.Progress.Stage);
        Assert.True(call.ResponseStream.Current.Progress.ElapsedSeconds > 0.1);
        search.Go();
        await ReadAllAsync(call);
    }

    [Fact]
    public async Task Optimize_EngineFault_IsInternalWithAnIdThatTheLogHas()
    {
        var fault = new SolverException("HiGHS", SolverFaultKind.Crashed, "secret path") { StandardErrorTail = "segfault" };
        await using var server = await TestServer.StartAsync(findPlan: new ScriptedSearch { Fault = fault }.Find);

        var told = await Assert.ThrowsAsync<RpcException>(() => ReadAllAsync(Client(server).Optimize(Request())));

        Assert.Equal(StatusCode.Internal, told.StatusCode);
        Assert.Equal("ENGINE_FAULT", RichErrorReader.Reason(told.GetRpcStatus()));
        Assert.DoesNotContain("secret", told.ToString(), StringComparison.Ordinal);
        var id = RichErrorReader.Metadata(told.GetRpcStatus())["error_id"];
        Assert.Contains(id, Assert.Single(server.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optimize_ManyCalls_RunAsManyAsThereAreSlots()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:SearchCount=2"], search.Find);

        var calls = Enumerable.Range(0, 8).Select(_ => ReadAllAsync(Client(server).Optimize(Request()))).ToList();
        await Eventually.TrueAsync(() => server.Get<SolveQueue>().WaitingCount == 6);

        Assert.Equal(2, search.Count);
        search.Go();
        await Task.WhenAll(calls);
        Assert.Equal(8, search.Count);
    }

    [Fact]
    public async Task Optimize_ThousandWaitingCalls_CostNoThreadEach()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Solving:SearchCount=1", "Solving:QueueLimit=2000", "Solving:QueueLimitPerCaller=2000"], search.Find);
        using var cancel = new CancellationTokenSource();
        var request = Request();
        var calls = Enumerable.Range(0, 1_000).Select(_ => ReadAllAsync(Client(server).Optimize(request, cancellationToken: cancel.Token))).ToList();

        await Eventually.TrueAsync(() => server.Get<SolveQueue>().WaitingCount == 999, TimeSpan.FromSeconds(60));

        var threadCount = System.Diagnostics.Process.GetCurrentProcess().Threads.Count;
        Assert.True(threadCount < 200, $"{threadCount} threads");
        await cancel.CancelAsync();
        await Eventually.TrueAsync(
            () => server.Get<SolveQueue>() is { WaitingCount: 0, RunningCount: 0 },
            () => $"{server.Get<SolveQueue>().WaitingCount} wait, {server.Get<SolveQueue>().RunningCount} run, {calls.Count(call => !call.IsCompleted)} calls are open");
        await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<RpcException>(() => call)));
    }

    [Fact]
    public async Task Optimize_ClientThatNeverReads_IsCutOff()
    {
        var search = new ScriptedSearch();
        await using var server = await TestServer.StartAsync(["Limits:SlowReaderTime=00:00:00.5"], search.Find);
        var call = Client(server).Optimize(Request());
        await search.Began;

        // A client of .NET takes 64 KB ahead, its connection more; a progress has some 60 bytes.
        var posting = Task.Run(async () =>
        {
            for (var i = 0; !search.Stopped.IsCompleted && i < 2_000_000; i++)
            {
                search.Progress!(new PlanProgress("prove", i, i, 0.5, TimeSpan.Zero));
                await Task.Yield();
            }
        });

        await search.Stopped.WaitAsync(TimeSpan.FromSeconds(60));
        await posting;
        Assert.Contains(server.Log.Lines, line => line.Text.Contains("cut off", StringComparison.Ordinal));
        call.Dispose();
    }

    internal static OptimizeRequest Request() => new() { Park = Parks.ThreePlants() };

    internal static OptimizationService.OptimizationServiceClient Client(TestServer server) => new(server.Channel);

    internal static async Task<List<OptimizeResponse>> ReadAllAsync(AsyncServerStreamingCall<OptimizeResponse> call)
    {
        using (call)
        {
            var answers = new List<OptimizeResponse>();
            while (await call.ResponseStream.MoveNext(default))
                answers.Add(call.ResponseStream.Current);
            return answers;
        }
    }
}
