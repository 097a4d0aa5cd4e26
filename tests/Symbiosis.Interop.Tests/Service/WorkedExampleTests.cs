using System.Text.Json.Nodes;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>The code in protos/README.md runs as it stands there, and its answers are right.</summary>
public sealed class WorkedExampleTests(ServiceHost host)
{
    private const string BestSaving = "16869600.00";

    [Fact]
    public void Blocks_All_AreRunByATest()
    {
        var blocks = WorkedExample.ReadAll();

        Assert.All(blocks, block => Assert.True(
            block.Language is "python" or "js" || (block.Language == "bash" && (IsCall(block) || IsCodeGeneration(block))), $"Nothing runs this block:\n{block.Code}"));
        Assert.NotEmpty(blocks);
    }

    [Fact]
    public async Task CurlBlocks_Run_AnswerAsTold()
    {
        var outputs = new List<string>();
        foreach (var block in WorkedExample.ReadAll().Where(IsCall))
            outputs.Add((await RunAsync(ForeignTool.Bash, ["-c", block.Code])).Succeeded().Output);

        Assert.Equal(5, outputs.Count);
        Assert.NotEmpty(JsonNode.Parse(outputs[0])!["items"]!.AsArray());
        Assert.Contains(BestSaving, outputs[1], StringComparison.Ordinal);
        Assert.Equal(20, (double)JsonNode.Parse(outputs[2])!["plants"]![0]!["hot_utility_kw"]!);
        Assert.Equal(85, (double)JsonNode.Parse(outputs[2])!["plants"]![0]!["pinch_shifted_celsius"]![0]!);
        Assert.Equal("paper-works", (string?)JsonNode.Parse(outputs[3])!["partners"]![0]!["plant_id"]);
        Assert.NotEmpty(JsonNode.Parse(outputs[3])!["filled"]!.AsArray());
        Assert.Contains("park.plants", outputs[4], StringComparison.Ordinal);
        Assert.EndsWith("\n400\n", outputs[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PythonBlocks_Run_AnswerAsTold()
    {
        var blocks = WorkedExample.ReadAll();
        var outputs = new List<string>();
        foreach (var block in blocks.Where(IsCodeGeneration))
            (await RunAsync(ForeignTool.Bash, ["-c", block.Code])).Succeeded();
        foreach (var block in blocks.Where(block => block.Language == "python"))
            outputs.Add((await RunAsync(ForeignTool.Python, ["-c", block.Code])).Succeeded().Output);

        Assert.Contains($"saves {BestSaving} CNY", string.Concat(outputs), StringComparison.Ordinal);
        Assert.Matches(@"missing 0\.1\d* CNY/kWh", string.Concat(outputs));
    }

    [Fact]
    public async Task NodeBlocks_Run_AnswerAsTold()
    {
        await NodePackages.InstalledAsync();
        // In the clients' folder, where the packages are found.
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Places.Clients, "obj")).FullName, "example.mjs");
        var outputs = new List<string>();
        foreach (var block in WorkedExample.ReadAll().Where(block => block.Language == "js"))
        {
            await File.WriteAllTextAsync(path, block.Code, TestContext.Current.CancellationToken);
            outputs.Add((await RunAsync(ForeignTool.Node, [path])).Succeeded().Output);
        }

        Assert.Contains($"saves {BestSaving} CNY", string.Concat(outputs), StringComparison.Ordinal);
    }

    private static bool IsCodeGeneration(WorkedExample block) => block.Language == "bash" && block.Code.Contains("protoc ", StringComparison.Ordinal);

    private static bool IsCall(WorkedExample block) => block.Language == "bash" && block.Code.Contains("curl ", StringComparison.Ordinal);

    private async Task<ProgramRun> RunAsync(string program, string[] arguments)
    {
        await host.StartedAsync();
        var environment = new Dictionary<string, string>
        {
            ["SYMBIOSIS_GRPC"] = host.GrpcAddress,
            ["SYMBIOSIS_HTTP"] = $"http://{host.HttpAddress}",
            ["SYMBIOSIS_STUBS"] = Path.Combine(Places.Clients, "obj", "example"),
        };
        return await ProgramRun.OfAsync(program, arguments, environment, Places.Root);
    }
}
