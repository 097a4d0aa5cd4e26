using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Node.js with grpc-js.</summary>
public sealed class GrpcJsTests(ServiceHost host) : ServiceClientTests(host)
{
    protected override async Task<ServiceOutcome> RunAsync(ServiceCall call)
    {
        await NodePackages.InstalledAsync();
        var run = await ProgramRun.OfAsync(
            ForeignTool.Node, [Path.Combine(Places.Clients, "node", "optimize-grpc-js.mjs"), .. ClientProgram.Arguments(Host.GrpcAddress, call)]);
        return ServiceOutcome.Parse(run.Succeeded().Output);
    }
}
