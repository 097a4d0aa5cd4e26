using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Google's grpc-web in text mode, the one in which it streams.</summary>
public sealed class GoogleGrpcWebTests(ServiceHost host) : ServiceClientTests(host)
{
    protected override async Task<ServiceOutcome> RunAsync(ServiceCall call)
    {
        var environment = new Dictionary<string, string> { ["GENERATED"] = await GeneratedCode.ConnectAsync() };
        var run = await ProgramRun.OfAsync(ForeignTool.Node,
            [Path.Combine(Places.Clients, "node", "optimize-grpc-web.mjs"), .. ClientProgram.Arguments($"http://{Host.HttpAddress}", call)], environment);
        return ServiceOutcome.Parse(run.Succeeded().Output);
    }
}
