using System.Diagnostics;

namespace Symbiosis.Interop.Tests.Tools;

/// <summary>One run of a program to its end.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Took">How long it ran.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error, TimeSpan Took)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Runs a program and waits for its end.</summary>
    /// <param name="path">Program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that are set beside the inherited ones.</param>
    /// <param name="folder">Working folder; null: this process's.</param>
    /// <param name="stopAt">Ends the program by <paramref name="stopSignal"/> once a line of its output satisfies this; null: never.</param>
    /// <param name="stopSignal">INT as Ctrl-C does. A program without a handler of its own needs TERM: shells start background jobs with INT ignored, and that is inherited.</param>
    /// <exception cref="TimeoutException">It ran longer than two minutes and was ended.</exception>
    public static async Task<ProgramRun> OfAsync(
        string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null, Func<string, bool>? stopAt = null, string stopSignal = "INT")
    {
        var stop = TestContext.Current.CancellationToken;
        var clock = Stopwatch.StartNew();
        using var program = new RunningProgram(path, arguments, environment, folder, stopAt, stopSignal);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(Limit);
        try
        {
            var exitCode = await program.WaitForExitAsync(deadline.Token);
            return new ProgramRun(exitCode, program.Output, program.Error, clock.Elapsed);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"{path} ran longer than {Limit.TotalSeconds} s.\n{program.Output}\n{program.Error}");
        }
    }

    /// <summary>This run, or a failed test with all that the program said.</summary>
    public ProgramRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"The program ended with {ExitCode}.\n{Output}\n{Error}");
        return this;
    }
}
