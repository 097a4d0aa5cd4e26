using System.Text.Json.Nodes;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>A client of Node.js that learns the whole schema from the service, by both versions of reflection.</summary>
public sealed class ReflectionTests(ServiceHost host)
{
    [Theory]
    [InlineData("v1")]
    [InlineData("v1alpha")]
    public async Task ListEntries_ByReflectionAlone_Answers(string version)
    {
        await host.StartedAsync();
        await NodePackages.InstalledAsync();

        var run = await ProgramRun.OfAsync(ForeignTool.Node,
            [Path.Combine(Places.Clients, "node", "reflect.mjs"), host.GrpcAddress, version, "symbiosis.v1.CatalogService", "ListEntries", """{"page_size": 3}"""]);

        var learned = JsonNode.Parse(run.Succeeded().Output)!;
        Assert.Contains("symbiosis.v1.OptimizationService", learned["services"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["ListEntries", "GetEntry", "SuggestStreams"], learned["methods"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(3, learned["answer"]!["items"]!.AsArray().Count);
    }
}
