using Symbiosis.Api.Writing;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Commands;

/// <summary>What a run of <c>optimize</c> tells, wherever the plan was found.</summary>
internal sealed class Telling(OptimizeRequest request, Language language, CliEnvironment environment)
{
    /// <summary>Lists violations; warnings are kept back where the reader wants quiet.</summary>
    public void Tell(IReadOnlyList<Violation> violations, bool isValid, string path)
    {
        if (violations.Count == 0 || (isValid && request.IsQuiet))
            return;

        var page = new Page(environment.Width, !environment.IsErrorRedirected);
        if (!isValid)
            page.Line(Messages.NotValid.In(language, path));
        ViolationTable.AddTo(page, violations, language);
        page.WriteTo(environment.Error);
    }

    /// <summary>A display for progress; the caller disposes it.</summary>
    public IProgressDisplay Display()
    {
        if (request.IsQuiet)
            return new SilentProgress(environment.Error);
        if (environment.IsOutputRedirected || environment.IsErrorRedirected)
            return new LineProgress(environment.Error, environment.Time, language);
        return new LiveProgress(environment.Error, environment.Time, language, environment.Width);
    }

    /// <summary>Writes and shows a plan; the exit code says how its search ended.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="park">The park it is for, for names; null: only the JSON can be shown.</param>
    /// <param name="askedGap">Gap that was asked for.</param>
    public ExitCode Deliver(Plan plan, Park? park, double askedGap)
    {
        try
        {
            if (request.OutPath is { } outPath)
                OutputFile.Write(outPath, writer => writer.WriteLine(PlanWriter.WriteJson(plan, indented: true)));
        }
        finally
        {
            // Even where the file cannot be written, the plan is not lost.
            Show(plan, park, askedGap);
        }

        if (request.OutPath is { } written && !request.IsQuiet)
            environment.Error.WriteLine(Messages.Wrote.In(language, written));
        return plan.Outcome switch
        {
            Outcome.Optimal => ExitCode.Ok,
            Outcome.Infeasible => ExitCode.NoFeasiblePlan,
            _ => ExitCode.StoppedAtLimit,
        };
    }

    private void Show(Plan plan, Park? park, double askedGap)
    {
        if (request.IsJson || park is null)
        {
            environment.Output.WriteLine(PlanWriter.WriteJson(plan, indented: true));
            environment.Output.Flush();
            return;
        }

        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        PlanReport.AddTo(page, new PlanView(plan, park, language, askedGap), request.ShowsAllPairs);
        page.WriteTo(environment.Output);
    }
}
