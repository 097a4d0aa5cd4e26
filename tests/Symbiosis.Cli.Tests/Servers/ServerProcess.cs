using System.Diagnostics;
using System.Text.RegularExpressions;
using Symbiosis.Cli.Tests.Servers;

[assembly: AssemblyFixture(typeof(ServerProcess))]

namespace Symbiosis.Cli.Tests.Servers;

/// <summary>The real server as a process of its own on free ports of this machine, started when first asked for.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private Process? process;
    private string url = "";

    /// <summary>Where it takes gRPC.</summary>
    public string Url
    {
        get
        {
            lock (gate)
            {
                if (process is null) Start();
                return url;
            }
        }
    }

    public void Dispose()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Start()
    {
        var start = new ProcessStartInfo(
            Programs.DotnetPath(),
            [Path.Combine(AppContext.BaseDirectory, "Symbiosis.Server.dll"), "--Symbiosis:Listen:GrpcPort", "0", "--Symbiosis:Listen:HttpPort", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("no process");

        // Read to the end of its life: a full pipe would stop it.
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) found.TrySetException(new InvalidOperationException("The server ended before it said where it listens."));
            else if (GrpcLine().Match(line.Data) is { Success: true } match) found.TrySetResult(match.Groups["url"].Value);
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        url = found.Task.WaitAsync(StartLimit).GetAwaiter().GetResult();
    }

    [GeneratedRegex(@"(?<url>http://\S+)\s+gRPC over HTTP/2")]
    private static partial Regex GrpcLine();
}
