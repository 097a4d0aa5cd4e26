using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>The program from outside.</summary>
public sealed class ProgramTests
{
    private static readonly string[] s_freePorts = ["--Symbiosis:Listen:HttpPort=0", "--Symbiosis:Listen:GrpcPort=0"];

    [Fact]
    public async Task Start_WithoutConfiguration_PrintsALineThatWorks()
    {
        using var server = ServerProcess.Start(s_freePorts);
        await server.AddressesAsync();

        var line = server.Output.Split('\n').Single(line => line.TrimStart().StartsWith("curl", StringComparison.Ordinal));
        var start = new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardOutput = true };
        using var curl = Process.Start(start)!;
        var answer = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();

        Assert.Equal(0, curl.ExitCode);
        Assert.Contains("catalogue/technology/", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortTaken_SaysSoAndExitsWith2()
    {
        using var first = ServerProcess.Start(s_freePorts);
        var port = (await first.AddressesAsync())[0].Port;

        using var second = ServerProcess.Start($"--Symbiosis:Listen:HttpPort={port}", "--Symbiosis:Listen:GrpcPort=0");

        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains("Another program listens there", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OpenToAll_IsRefusedWithASentence()
    {
        using var server = ServerProcess.Start("--Symbiosis:Listen:Address=0.0.0.0");

        Assert.Equal(2, await server.ExitAsync());
        Assert.Contains("nobody has credentials", server.Error, StringComparison.Ordinal);
        Assert.Contains("without TLS", server.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_DuringASearch_EndsItUnavailableAndTheEngineWithIt()
    {
        using var server = ServerProcess.Start([.. s_freePorts, "--Symbiosis:Limits:DrainTime=00:00:01"]);
        var addresses = await server.AddressesAsync();
        using var channel = GrpcChannel.ForAddress(addresses[1]);
        var request = new OptimizeRequest { Park = Parks.Guixi(), Options = new SearchOptions { Gap = 0 } };
        using var call = new OptimizationService.OptimizationServiceClient(channel).Optimize(request);
        Assert.True(await call.ResponseStream.MoveNext(default));
        await Eventually.TrueAsync(() => Children(server.Id).Count > 0);
        var engines = Children(server.Id);

        var clock = Stopwatch.StartNew();
        server.Terminate();
        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(default))
            {
                // To its end.
            }
        });

        Assert.Equal(StatusCode.Unavailable, fault.StatusCode);
        Assert.Equal(0, await server.ExitAsync());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
        await Eventually.TrueAsync(() => engines.All(engine => !IsAlive(engine)));
    }

    private static List<int> Children(int processId)
    {
        var path = $"/proc/{processId}/task";
        var lists = Directory.Exists(path) ? Directory.GetDirectories(path).Select(task => Path.Combine(task, "children")) : [];
        return [.. lists.SelectMany(list => File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)];
    }

    // A process that has ended may stay a zombie for a moment.
    private static bool IsAlive(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/stat").Split(") ")[1][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
