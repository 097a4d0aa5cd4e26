using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Tests.Servers;

public sealed class ServerOptimizeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Outcome.Optimal, 0)]
    [InlineData(Outcome.Feasible, 4)]
    [InlineData(Outcome.Infeasible, 3)]
    public async Task Run_OnAServer_PrintsAndEndsAsInProcess(Outcome outcome, int expected)
    {
        var plan = PlanSamples.Plan() with { Outcome = outcome };
        using var here = new CliRun { Search = CliRun.Reporting(plan) };
        using var there = new CliRun();
        await using var server = await Answering(plan).StartAsync();

        var inProcess = here.Run("optimize", "park.json", "--quiet");
        var onServer = there.Run("optimize", "park.json", "--quiet", "--server", server.Url);

        Assert.Equal((ExitCode)expected, onServer);
        Assert.Equal(inProcess, onServer);
        Assert.Equal(here.Output, there.Output);
        Assert.NotEmpty(there.Output);
    }

    [Fact]
    public async Task Run_Json_IsTheSamePlan()
    {
        using var run = new CliRun();
        await using var server = await Answering(PlanSamples.Plan()).StartAsync();

        run.Run("optimize", "park.json", "--json", "--server", server.Url);

        Assert.Equal(PlanWriter.Write(PlanSamples.Plan()), V1.Plan.Parser.ParseJson(run.Output));
    }

    [Fact]
    public async Task Run_Options_ReachTheServerOnlyWhereTheyAreGiven()
    {
        using var run = new CliRun();
        var seen = new List<V1.OptimizeRequest>();
        await using var server = await new FakeServer
        {
            OnOptimize = (request, write, _) =>
            {
                seen.Add(request);
                return write(new V1.OptimizeResponse { Plan = PlanWriter.Write(PlanSamples.Plan()) });
            },
        }.StartAsync();
        run.Folder.Write("cheap.json", "{ \"id\": \"cheap\" }");

        run.Run("optimize", "park.json", "--server", server.Url);
        run.Run("optimize", "park.json", "--server", server.Url, "--gap", "2%", "--time-limit", "90", "--engine", "CBC", "--scenario", "cheap.json");

        Assert.False(seen[0].Options.HasGap || seen[0].Options.HasTimeLimitSeconds);
        Assert.Equal("", seen[0].Options.Engine);
        Assert.Null(seen[0].Scenario);
        Assert.Equal((0.02, 90.0, "cbc", "cheap"), (seen[1].Options.Gap, seen[1].Options.TimeLimitSeconds, seen[1].Options.Engine, seen[1].Scenario.Id));
    }

    [Fact]
    public async Task Run_ProfilesBesideThePark_AreMergedBeforeTheyAreSent()
    {
        using var run = new CliRun();
        V1.Park? seen = null;
        await using var server = await new FakeServer
        {
            OnOptimize = (request, write, _) =>
            {
                seen = request.Park;
                return write(new V1.OptimizeResponse { Plan = PlanWriter.Write(PlanSamples.Plan()) });
            },
        }.StartAsync();
        run.Folder.Write("load.csv", "load\n0.25\n0.75\n");
        run.Folder.Write("csv.json", PlanSamples.ParkJson.TrimEnd()[..^1] + ", \"profiles_csv\": \"load.csv\", \"profiles\": [{ \"id\": \"load\" }] }");

        run.Run("optimize", "csv.json", "--server", server.Url);

        Assert.NotNull(seen);
        Assert.Equal("", seen.ProfilesCsv);
        Assert.Equal([0.25, 0.75], seen.Profiles[0].Values);
    }

    [Fact]
    public async Task Run_ProgressAndWarnings_AreShownAsOnesOfThisProcess()
    {
        using var run = new CliRun();
        var warning = new Violation("park.plants[0].name", "IMPROBABLE", "The name is odd.", "x", Severity.Warning);
        await using var server = await new FakeServer
        {
            OnOptimize = async (_, write, _) =>
            {
                await write(new V1.OptimizeResponse { Warnings = { RichErrors.Write(warning) }, Progress = new V1.SearchProgress { Stage = V1.SearchStage.Queued, QueueAheadCount = 2 } });
                await write(new V1.OptimizeResponse { Progress = new V1.SearchProgress { Stage = V1.SearchStage.Coarse, IncumbentCny = 1_500_000, BoundCny = 1_000_000, Gap = 0.25 } });
                await write(new V1.OptimizeResponse { Plan = PlanWriter.Write(PlanSamples.Plan()) });
            },
        }.StartAsync();

        run.Run("optimize", "park.json", "--server", server.Url);

        Assert.Contains("waiting for a free core", run.Error);
        Assert.Contains("gap 25 %", run.Error);
        Assert.Contains("IMPROBABLE (warning)", run.Error);
    }

    [Fact]
    public async Task Run_ViolationsOfTheServer_AreListedAsOursWithExitCode2()
    {
        using var run = new CliRun();
        var violation = new Violation("park.plants[0].streams[0].heat_kw", "OUT_OF_RANGE", "It must be above 0.", "-3");
        await using var server = await Failing(RichErrors.OfViolations([violation]).ToRpcException()).StartAsync();

        var code = run.Run("optimize", "park.json", "--server", server.Url);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("park.json cannot be used.", run.Error);
        Assert.Contains("park.plants[0].streams[0].heat_kw", run.Error);
        Assert.Contains("OUT_OF_RANGE", run.Error);
        Assert.Contains("Errors: 1, warnings: 0.", run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Run_AHundredViolations_AllArrive()
    {
        using var run = new CliRun();
        var violations = Enumerable.Range(0, 100).Select(i => new Violation($"park.plants[{i}].name", "REQUIRED", "It must be given, like all names of things that tables show.", "")).ToList();
        await using var server = await new FakeServer
        {
            OnOptimize = (_, _, context) => throw RichErrors.OfViolations(violations, RichErrors.MaxByteCount(context.RequestHeaders)).ToRpcException(),
        }.StartAsync();

        run.Run("optimize", "park.json", "--server", server.Url);

        Assert.True(run.Error.Contains("park.plants[99].name", StringComparison.Ordinal), run.Error);
        Assert.Contains("Errors: 100, warnings: 0.", run.Error);
    }

    [Theory]
    [InlineData(StatusCode.Unauthenticated, "wants a key", 2)]
    [InlineData(StatusCode.Unimplemented, "is no server of this program", 1)]
    [InlineData(StatusCode.Internal, "failed (Internal): Tell the operator.", 1)]
    [InlineData(StatusCode.InvalidArgument, "does not accept the request: Tell the operator.", 2)]
    public async Task Run_AnotherStatus_IsAClearSentence(StatusCode status, string expected, int code)
    {
        using var run = new CliRun();
        await using var server = await Failing(new RpcException(new Status(status, "Tell the operator."))).StartAsync();

        Assert.Equal((ExitCode)code, run.Run("optimize", "park.json", "--server", server.Url));
        Assert.Contains(expected, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Run_FullQueue_SaysWhenToTryAgain()
    {
        using var run = new CliRun();
        var full = RichErrors.Exhausted("8 searches wait already.", RichErrors.QueueFull, "server", TimeSpan.FromSeconds(12.3)).ToRpcException();
        await using var server = await Failing(full).StartAsync();

        Assert.Equal(ExitCode.Fault, run.Run("optimize", "park.json", "--server", server.Url));
        Assert.Contains("Try again in 13 s.", run.Error);
    }

    [Fact]
    public async Task Run_NobodyListens_SaysThatTheServerCannotBeReached()
    {
        using var run = new CliRun();
        string url;
        await using (var gone = await new FakeServer().StartAsync())
            url = gone.Url;

        Assert.Equal(ExitCode.Fault, run.Run("optimize", "park.json", "--server", url));
        Assert.Contains($"The server {url} cannot be reached:", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task Run_APortWithoutHttp2_SaysSo()
    {
        using var run = new CliRun();
        await using var server = await new FakeServer { Protocols = HttpProtocols.Http1 }.StartAsync();

        Assert.Equal(ExitCode.BadInput, run.Run("optimize", "park.json", "--server", server.Url));
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData("ftp://here", "--server is 'ftp://here'")]
    [InlineData("localhost:5081", "--server is 'localhost:5081'")]
    [InlineData("http://localhost:5081/api", "--server is 'http://localhost:5081/api'")]
    public void Run_NoAddress_IsRefused(string url, string expected)
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.BadInput, run.Run("optimize", "park.json", "--server", url));
        Assert.Contains(expected, run.Error);
    }

    [Theory]
    [InlineData("--api-key", "k")]
    [InlineData("--ca-certificate", "park.json")]
    public void Run_ServersOptionWithoutServer_IsRefused(string option, string value)
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.BadInput, run.Run("optimize", "park.json", option, value));
        Assert.Contains($"{option} goes with --server only.", run.Error);
    }

    [Fact]
    public async Task Run_Key_IsSentAndNeverShown()
    {
        using var run = new CliRun { ApiKey = "sym_secret" };
        var seen = new List<string?>();
        await using var server = await new FakeServer
        {
            OnOptimize = (_, _, context) =>
            {
                seen.Add(context.RequestHeaders.GetValue("x-api-key"));
                throw new RpcException(new Status(StatusCode.Unauthenticated, "The key is unknown."));
            },
        }.StartAsync();

        run.Run("optimize", "park.json", "--server", server.Url);
        run.Run("optimize", "park.json", "--server", server.Url, "--api-key", "sym_other");

        Assert.Equal(["sym_secret", "sym_other"], seen);
        Assert.Contains("does not accept the key", run.Error);
        Assert.DoesNotContain("sym_", run.Error + run.Output);
    }

    [Fact]
    public async Task Run_CtrlC_CancelsTheCallAndSaysThatNothingIsKept()
    {
        using var run = new CliRun();
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await new FakeServer
        {
            OnOptimize = async (_, write, context) =>
            {
                await write(new V1.OptimizeResponse { Progress = new V1.SearchProgress { Stage = V1.SearchStage.Coarse } });
                run.PressCtrlC!();
                await using var end = context.CancellationToken.Register(cancelled.SetResult);
                await cancelled.Task;
            },
        }.StartAsync();

        var code = run.Run("optimize", "park.json", "--server", server.Url);

        Assert.Equal(ExitCode.StoppedAtLimit, code);
        Assert.Contains("the server keeps nothing of this search", run.Error);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task Run_ALargePark_GoesInParts()
    {
        using var run = new CliRun();
        V1.Park? seen = null;
        await using var server = await new FakeServer
        {
            OnOptimize = (request, write, _) =>
            {
                seen = request.Park;
                return write(new V1.OptimizeResponse { Plan = PlanWriter.Write(PlanSamples.Plan()) });
            },
        }.StartAsync();
        var values = string.Join(',', Enumerable.Repeat("0.5", 8760));
        var profiles = string.Join(',', Enumerable.Range(0, 60).Select(i => $"{{ \"id\": \"load-{i}\", \"values\": [{values}] }}"));
        run.Folder.Write("large.json", PlanSamples.ParkJson.TrimEnd()[..^1] + $", \"profiles\": [{profiles}] }}");

        run.Run("optimize", "large.json", "--server", server.Url);

        Assert.InRange(server.PieceCount, 4, 10);
        Assert.Equal(ParkReader.ParseJson(File.ReadAllBytes(run.Folder["large.json"])).Value, seen);
    }

    [Fact]
    public async Task Run_OverTlsWithItsAuthority_TrustsThatOnly()
    {
        using var run = new CliRun();
        using var certificate = SelfSigned();
        run.Folder.Write("ca.pem", certificate.ExportCertificatePem());
        await using var server = await Answering(PlanSamples.Plan()).StartAsync(certificate);
        var url = server.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var untrusted = run.Run("optimize", "park.json", "--json", "--server", url);
        var trusted = run.Run("optimize", "park.json", "--json", "--server", url, "--ca-certificate", "ca.pem");
        var wrongFile = run.Run("optimize", "park.json", "--json", "--server", url, "--ca-certificate", "park.json");

        Assert.True((untrusted, trusted, wrongFile) == (ExitCode.Fault, ExitCode.StoppedAtLimit, ExitCode.BadInput), run.Error);
        Assert.Contains($"The server {url} cannot be reached:", run.Error);
        Assert.Contains("holds no certificates in PEM", run.Error);
    }

    [Fact]
    public async Task Run_ExplainOnAServer_PrintsAsInProcess()
    {
        var explanation = new PairExplanation
        {
            Finding = PairFinding.DoesNotPay,
            Reason = "ECONOMICS",
            Fact = "It costs more.",
            Coupling = new Coupling { Kind = CouplingKind.Heat },
            BreakEven = new BreakEven { Amount = 2_400_000, MissingCny = 0.1193, MissingLowCny = 0.1, MissingHighCny = 0.125, WorthTodayCny = 0.2 },
            PlanCostCny = 10_766_400,
            CoupledPlanCostCny = 11_052_720,
        };
        string[] pair = ["explain", Programs.Park("three-plants"), "--from", "smelter", "--to", "brickyard", "--flow", "steam"];
        using var here = new CliRun { Explain = (_, _, _, _, _, _) => explanation };
        using var there = new CliRun();
        await using var server = await new FakeServer { OnExplain = _ => ExplanationWriter.Write(explanation) }.StartAsync();

        var inProcess = here.Run(pair);
        var onServer = there.Run([.. pair, "--server", server.Url]);

        Assert.True(inProcess == ExitCode.Ok, here.Error);
        Assert.Equal(ExitCode.Ok, onServer);
        Assert.Contains("Missing worth: 0.1193 CNY/kWh (by the proven bounds 0.1 to 0.125).", here.Output);
        Assert.Contains("Worth today: 0.2 CNY/kWh. It pays from 0.3193 CNY/kWh.", here.Output);
        Assert.Equal(here.Output, there.Output);
    }

    [Fact]
    public void Run_ExplainAnUnknownPlant_IsAViolation()
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.BadInput, run.Run("explain", "park.json", "--from", "nobody", "--to", "nobody", "--flow", "nothing"));
        Assert.Contains("from_plant_id", run.Error);
        Assert.Contains("UNKNOWN_ID", run.Error);
    }

    private static FakeServer Answering(Plan plan) => new() { OnOptimize = (_, write, _) => write(new V1.OptimizeResponse { Plan = PlanWriter.Write(plan) }) };

    private static FakeServer Failing(RpcException fault) => new() { OnOptimize = (_, _, _) => throw fault };

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
