using System.Diagnostics;

namespace Symbiosis.Cases.Tests;

/// <summary>One run of the command line as a child process.</summary>
/// <param name="ExitCode">0 where a plan was found and proven.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    // The longest case (r20x100 by CBC) took 90 s on two cores that ran ten other things.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(600);

    /// <summary>Optimises a park to proven optimality and gives the plan as JSON.</summary>
    /// <exception cref="TimeoutException">The program took longer than ten minutes and was ended.</exception>
    public static Task<CommandLineRun> OptimizeAsync(string parkPath, string engine, CancellationToken stop) =>
        RunAsync(["optimize", parkPath, "--engine", engine, "--gap", "0", "--json"], $"{Path.GetFileName(parkPath)} by {engine}", stop);

    /// <summary>Runs any command.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="TimeoutException">The program took longer than ten minutes and was ended.</exception>
    public static async Task<CommandLineRun> RunAsync(IEnumerable<string> arguments, string what, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[CaseFiles.CommandLinePath, .. arguments])
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.StandardInput.Close();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(Limit);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var error = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return new CommandLineRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"{what} took longer than {Limit.TotalSeconds} s.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
