using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Node.js with Connect's client.</summary>
public abstract class ConnectTests(ServiceHost host) : ServiceClientTests(host)
{
    /// <summary>The program's name of the transport.</summary>
    protected abstract string Transport { get; }

    /// <summary>Address with scheme that the transport can use.</summary>
    protected abstract string Address { get; }

    protected override async Task<ServiceOutcome> RunAsync(ServiceCall call)
    {
        var environment = new Dictionary<string, string> { ["GENERATED"] = await GeneratedCode.ConnectAsync() };
        var run = await ProgramRun.OfAsync(ForeignTool.Node,
            [Path.Combine(Places.Clients, "node", "optimize-connect.mjs"), .. ClientProgram.Arguments(Address, call), "--transport", Transport], environment);
        return ServiceOutcome.Parse(run.Succeeded().Output);
    }
}
