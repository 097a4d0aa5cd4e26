using System.Text.Json;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

[assembly: AssemblyFixture(typeof(InteropHost))]

namespace Symbiosis.Interop.Tests.Hosts;

/// <summary>The host of grpc.testing.TestService as a process of its own, started when first asked for.</summary>
public sealed class InteropHost : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _starting = new(1);
    private readonly string _certificates = Directory.CreateTempSubdirectory("symbiosis-interop-").FullName;
    private RunningProgram? _program;
    private JsonElement _ports;

    /// <summary>Authority of the host's certificate, a PEM file.</summary>
    public string AuthorityPath => Path.Combine(_certificates, "ca.pem");

    /// <summary>What the host complained of since the last look; nothing is what good calls leave behind.</summary>
    public string Complaints => _program?.Error ?? "";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Port of cleartext HTTP/2.</summary>
    public Task<int> CleartextPortAsync() => PortAsync("h2cPort");

    /// <summary>Port of TLS.</summary>
    public Task<int> TlsPortAsync() => PortAsync("tlsPort");

    public async ValueTask DisposeAsync()
    {
        if (_program is { } program)
        {
            program.Signal("TERM");
            await program.WaitForExitAsync(CancellationToken.None).WaitAsync(StartLimit);
            program.Dispose();
        }

        Directory.Delete(_certificates, recursive: true);
        _starting.Dispose();
    }

    private async Task<int> PortAsync(string name)
    {
        var stop = TestContext.Current.CancellationToken;
        await _starting.WaitAsync(stop);
        try
        {
            if (_program is null)
            {
                _program = new RunningProgram("dotnet",
                    [Places.Program("Symbiosis.Grpc.TestHost"), "--h2c-port", "0", "--tls-port", "0", "--certificate-folder", _certificates]);
                var line = await _program.WaitForLineAsync(text => text.StartsWith('{'), StartLimit, stop);
                _ports = JsonSerializer.Deserialize<JsonElement>(line);
            }
        }
        finally
        {
            _starting.Release();
        }

        return _ports.GetProperty(name).GetInt32();
    }
}
