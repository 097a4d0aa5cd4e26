namespace Symbiosis.Milp.Tests;

public sealed class SolveOptionsTests
{
    [Fact]
    public void Defaults_LeaveTheChoiceToTheEngine()
    {
        var options = new SolveOptions();

        Assert.Equal((null, null, null, null), (options.TimeLimit, options.AbsoluteGap, options.RelativeGap, options.ObjectiveCutoff));
        Assert.Null(options.WarmStart);
        Assert.False(options.RelaxIntegrality);
        Assert.Equal(0, options.Seed);
        Assert.Empty(options.EngineOptions);
    }

    [Fact]
    public void SolverException_WithBestSoFar_KeepsTheFacts()
    {
        var fault = new SolverException("engine", SolverFaultKind.Crashed, "gone.") { ExitCode = 9, StandardErrorTail = "tail" };
        var best = new SolveResult { Termination = Termination.Stopped, Elapsed = TimeSpan.Zero };

        var with = fault.With(best);

        Assert.Equal(("engine: gone.", SolverFaultKind.Crashed, 9, "tail"), (with.Message, with.Kind, with.ExitCode, with.StandardErrorTail));
        Assert.Same(best, with.BestSoFar);
        Assert.Same(fault, with.InnerException);
    }

    [Fact]
    public void SolveResult_AbsoluteGap_NeedsObjectiveAndBound()
    {
        var result = new SolveResult { Termination = Termination.TimeLimit, Elapsed = TimeSpan.Zero, Bound = 3 };

        Assert.Null(result.AbsoluteGap);
        Assert.Equal(4, (result with { Objective = 7 }).AbsoluteGap);
        Assert.Equal(0, (result with { Objective = 2.999999 }).AbsoluteGap);
    }
}
