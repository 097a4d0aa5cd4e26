using System.Globalization;
using System.Text.Json.Nodes;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>curl with plain JSON over HTTP/1.1.</summary>
public sealed class CurlJsonTests(ServiceHost host) : ServiceClientTests(host)
{
    private const int EndedByTerm = 143;

    [Fact]
    public async Task TryLine_OfTheService_Works()
    {
        await Host.StartedAsync();

        var run = await ProgramRun.OfAsync(ForeignTool.Bash, ["-c", Host.TryLine]);

        Assert.NotEmpty(JsonNode.Parse(run.Succeeded().Output)!["items"]!.AsArray());
    }

    [Fact]
    public async Task OpenApi_Fetched_DescribesOptimize()
    {
        await Host.StartedAsync();

        var run = await ProgramRun.OfAsync(ForeignTool.Curl, ["-sS", "--fail", $"http://{Host.HttpAddress}/openapi.json"]);

        var document = JsonNode.Parse(run.Succeeded().Output)!;
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.NotNull(document["paths"]!["/symbiosis.v1.OptimizationService/Optimize"]!["post"]);
    }

    [Fact]
    public async Task Optimize_BadPark_Is400()
    {
        await Host.StartedAsync();

        var (status, _) = await PostAsync(new ServiceCall(CallParks.Bad));

        Assert.Equal(400, status);
    }

    protected override async Task<ServiceOutcome> RunAsync(ServiceCall call)
    {
        var (status, run) = await PostAsync(call);
        if (call.CancelAfter is not null && run.ExitCode == EndedByTerm)
            return JsonAnswers.ToOutcome(JsonAnswers.Split(run.Output), "CANCELLED");

        var answers = JsonAnswers.Split(run.Succeeded().Output);
        var error = status == 200 ? answers[^1]["error"] : answers[^1];
        return error is null
            ? JsonAnswers.ToOutcome(answers, "OK")
            : JsonAnswers.ToOutcome(answers, NameOf((int)error["code"]!), (string?)error["message"], error["details"]?.AsArray());
    }

    private async Task<(int Status, ProgramRun Run)> PostAsync(ServiceCall call)
    {
        using var request = new JsonRequest(call);
        string[] deadline = call.Deadline is { } limit ? ["-H", string.Create(CultureInfo.InvariantCulture, $"grpc-timeout: {limit.TotalSeconds:0}S")] : [];
        var run = await ProgramRun.OfAsync(ForeignTool.Curl,
        [
            "-sS", "-N", "-w", "%{stderr}%{http_code}", "-H", "content-type: application/json", .. deadline,
            "--data-binary", $"@{request.Path}", $"http://{Host.HttpAddress}/symbiosis.v1.OptimizationService/Optimize",
        ], stopAt: JsonRequest.InterruptAt(call), stopSignal: "TERM");
        var status = run.Error.Trim();
        return (status.Length >= 3 && int.TryParse(status[^3..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, run);
    }

    private static string NameOf(int code) => code switch
    {
        1 => "CANCELLED",
        3 => "INVALID_ARGUMENT",
        4 => "DEADLINE_EXCEEDED",
        _ => code.ToString(CultureInfo.InvariantCulture),
    };
}
