using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>buf curl, on connect-go: it knows of the service only what reflection tells.</summary>
public sealed class BufCurlTests(ServiceHost host) : ServiceClientTests(host)
{
    private const int EndedBySignal = 130;

    [Fact]
    public async Task ListServices_ByReflection_NamesThemAll()
    {
        var run = await BufAsync("--list-services", $"http://{await AddressAsync()}");

        var services = run.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("symbiosis.v1.OptimizationService", services);
        Assert.Contains("symbiosis.v1.CatalogService", services);
        Assert.Contains("grpc.health.v1.Health", services);
    }

    [Fact]
    public async Task ListMethods_ByReflection_NamesThemAll()
    {
        var run = await BufAsync("--list-methods", $"http://{await AddressAsync()}");

        Assert.Contains("symbiosis.v1.OptimizationService/Optimize", run.Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetEntry_Unknown_IsNotFound()
    {
        var run = await BufAsync("-d", """{"name": "catalogue/technology/none"}""", $"http://{await AddressAsync()}/symbiosis.v1.CatalogService/GetEntry");

        // The exit code is the gRPC status, shifted.
        Assert.Equal(5, run.ExitCode >> 3);
    }

    [Fact]
    public async Task ListEntries_ByGrpcWeb_Answers()
    {
        await Host.StartedAsync();
        await NodePackages.InstalledAsync();

        var run = await ProgramRun.OfAsync(Buf,
            ["curl", "--protocol", "grpcweb", "--schema", Places.Protos, "-d", """{"page_size": 1}""", $"http://{Host.HttpAddress}/symbiosis.v1.CatalogService/ListEntries"]);

        Assert.Single(JsonNode.Parse(run.Succeeded().Output)!["items"]!.AsArray());
    }

    protected override async Task<ServiceOutcome> RunAsync(ServiceCall call)
    {
        using var request = new JsonRequest(call);
        string[] deadline = call.Deadline is { } limit ? ["--timeout", string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0}s")] : [];
        var run = await BufAsync(JsonRequest.InterruptAt(call),
            [.. deadline, "-d", $"@{request.Path}", $"http://{Host.GrpcAddress}/symbiosis.v1.OptimizationService/Optimize"]);
        var answers = JsonAnswers.Split(run.Output);
        if (call.CancelAfter is not null && run.ExitCode is EndedBySignal or 8) return JsonAnswers.ToOutcome(answers, "CANCELLED");
        if (run.ExitCode == 0) return JsonAnswers.ToOutcome(answers, "OK");

        var errors = JsonAnswers.Split(run.Error);
        Assert.True(errors.Count > 0, run.Error);
        var error = errors[^1];
        return JsonAnswers.ToOutcome(answers, ((string)error["code"]!).ToUpperInvariant(), (string?)error["message"], error["details"]?.AsArray().Select(Decode));
    }

    /// <summary>buf prints the details' bytes in base64.</summary>
    private static JsonObject? Decode(JsonNode? detail)
    {
        var text = (string)detail!["value"]!;
        var bytes = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        IMessage? message = (string)detail["type"]! switch
        {
            "google.rpc.BadRequest" => Google.Rpc.BadRequest.Parser.ParseFrom(bytes),
            "google.rpc.ErrorInfo" => Google.Rpc.ErrorInfo.Parser.ParseFrom(bytes),
            _ => null,
        };
        return message is null ? null : JsonNode.Parse(JsonFormatter.Default.Format(message))!.AsObject();
    }

    // The program itself: its starter in Node.js does not hand an interrupt on.
    private static string Buf => Directory.EnumerateDirectories(Path.Combine(Places.NodePackages, "@bufbuild"), "buf-*")
        .Select(folder => Path.Combine(folder, "bin", "buf")).First(File.Exists);

    private static Task<ProgramRun> BufAsync(params string[] arguments) => BufAsync(null, arguments);

    private static async Task<ProgramRun> BufAsync(Func<string, bool>? stopAt, string[] arguments)
    {
        await NodePackages.InstalledAsync();
        return await ProgramRun.OfAsync(Buf, ["curl", "--protocol", "grpc", "--http2-prior-knowledge", .. arguments], stopAt: stopAt);
    }

    private async Task<string> AddressAsync()
    {
        await Host.StartedAsync();
        return Host.GrpcAddress;
    }
}
