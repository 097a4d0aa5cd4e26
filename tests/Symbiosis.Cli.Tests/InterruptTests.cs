using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Symbiosis.Cli.Tests;

/// <summary>The program as a process of its own, with the real engine, and Ctrl-C as the shell sends it.</summary>
public sealed class InterruptTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task CtrlC_DuringTheSearch_PrintsTheBestPlanAndExitsWith4()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGINT is sent with kill.");
        using var process = Start("optimize", Programs.Park("guixi-copper"), "--gap", "0", "--json");
        using var patience = new CancellationTokenSource(Patience);
        List<string> lines = [];
        string output;
        try
        {
            var reading = process.StandardOutput.ReadToEndAsync(patience.Token);

            // The first line with a plan: from here on there is something to print.
            while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                if (line.Contains("best ", StringComparison.Ordinal))
                    break;
            }

            using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync(patience.Token);
            lines.Add(await process.StandardError.ReadToEndAsync(patience.Token));
            output = await reading;
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == (int)ExitCode.StoppedAtLimit, $"exit code {process.ExitCode}: {string.Join('\n', lines)}");
        using var plan = JsonDocument.Parse(output);
        Assert.Equal("OUTCOME_FEASIBLE", plan.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("guixi-copper", plan.RootElement.GetProperty("park_id").GetString());
    }

    [Fact]
    public async Task Run_NodeIsMissing_ExitsWith1CauseAndCure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Without a PATH Windows does not start at all.");
        Assert.SkipWhen(File.Exists(Path.Combine(Path.GetDirectoryName(Programs.DotnetPath()) ?? "", "node")), "A program beside dotnet is found without the PATH.");
        using var folder = new TestFolder();
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start(start => start.Environment["PATH"] = folder.Path, "optimize", Programs.Park("guixi-copper"), "--quiet");
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);

        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal((int)ExitCode.Fault, process.ExitCode);
        Assert.Contains("Node.js 20", error);
        Assert.DoesNotContain("   at ", error);
        Assert.Equal("", await output);
    }

    private static Process Start(params string[] arguments) => Start(_ => { }, arguments);

    private static Process Start(Action<ProcessStartInfo> change, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Symbiosis.Cli.dll");
        string[] command = [Programs.DotnetPath(), program, .. arguments];

        // A script that runs the tests in the background (&) has the shell ignore SIGINT for all below it, and .NET keeps to that.
        if (OperatingSystem.IsLinux())
            command = ["/usr/bin/env", "--default-signal=INT", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        change(start);
        return Process.Start(start) ?? throw new InvalidOperationException("no process");
    }
}
