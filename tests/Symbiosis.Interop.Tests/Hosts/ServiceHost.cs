using System.Text.RegularExpressions;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

[assembly: AssemblyFixture(typeof(ServiceHost))]

namespace Symbiosis.Interop.Tests.Hosts;

/// <summary>The service as planners start it, a process of its own on free loopback ports, started when first asked for.</summary>
public sealed partial class ServiceHost : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _starting = new(1);
    private RunningProgram? _program;

    /// <summary>Host and port of cleartext HTTP/2.</summary>
    public string GrpcAddress { get; private set; } = "";

    /// <summary>Host and port of cleartext HTTP/1.1.</summary>
    public string HttpAddress { get; private set; } = "";

    /// <summary>The call that the service proposes to try.</summary>
    public string TryLine { get; private set; } = "";

    /// <summary>Number of the service's process.</summary>
    public int ProcessId => Program.Id;

    /// <summary>Lines of the log that warn or tell of an error, and what follows each.</summary>
    public IReadOnlyList<string> Complaints => [.. Complaint().Matches(Program.Output + Program.Error).Select(match => match.Value)];

    private RunningProgram Program => _program ?? throw new InvalidOperationException("Not started.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts the service where that has not happened yet.</summary>
    public async Task StartedAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        await _starting.WaitAsync(stop);
        try
        {
            if (_program is not null) return;
            var program = new RunningProgram("dotnet",
                [Places.Program("Symbiosis.Server"), "--Symbiosis:Listen:GrpcPort", "0", "--Symbiosis:Listen:HttpPort", "0"]);
            _program = program;
            await program.WaitForLineAsync(line => GrpcLine().IsMatch(line), StartLimit, stop);
            await program.WaitForLineAsync(line => HttpLine().IsMatch(line), StartLimit, stop);
            TryLine = (await program.WaitForLineAsync(line => line.TrimStart().StartsWith("curl ", StringComparison.Ordinal), StartLimit, stop)).Trim();
            GrpcAddress = GrpcLine().Match(program.Output).Groups["address"].Value;
            HttpAddress = HttpLine().Match(program.Output).Groups["address"].Value;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is { } program)
        {
            program.Signal("TERM");
            await program.WaitForExitAsync(CancellationToken.None).WaitAsync(EndLimit);
            program.Dispose();
        }

        _starting.Dispose();
    }

    [GeneratedRegex(@"http://(?<address>\S+)\s+gRPC over HTTP/2")]
    private static partial Regex GrpcLine();

    [GeneratedRegex(@"http://(?<address>\S+)\s+JSON")]
    private static partial Regex HttpLine();

    [GeneratedRegex(@"^\S+ (warn|fail|crit): .*(\n\s+.*)*", RegexOptions.Multiline)]
    private static partial Regex Complaint();
}
