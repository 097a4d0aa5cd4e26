using Symbiosis.Api.Writing;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Validation;
using Symbiosis.Milp;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Commands;

/// <summary>One run of <c>optimize</c>: read, search with progress, write, show.</summary>
internal sealed class OptimizeRun(OptimizeRequest request, Language language, CliEnvironment environment)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">A file cannot be used.</exception>
    /// <exception cref="SolverException">The engine is missing or failed.</exception>
    public ExitCode Run()
    {
        if (request.OutPath is not null && request.OutPath == request.ExportMpsPath)
            throw new BadInputException(CommandMessages.SameFile, "--out", "--export-mps");

        var park = InputFiles.ReadPark(environment.WorkingFolder, request.ParkPath, request.TypicalDayCount);
        Tell(park.Violations, park.IsValid, request.ParkPath);
        if (!park.IsValid)
            return ExitCode.BadInput;

        Scenario? scenario = null;
        if (request.ScenarioPath is { } scenarioPath)
        {
            var read = InputFiles.ReadScenario(environment.WorkingFolder, scenarioPath, park.Value, keepsTypicalDays: request.TypicalDayCount is null);
            Tell(read.Violations, read.IsValid, scenarioPath);
            if (!read.IsValid)
                return ExitCode.BadInput;
            scenario = read.Value;
        }

        var options = Options();
        var plan = Search(park.Value, scenario, options);
        try
        {
            if (request.OutPath is { } outPath)
                OutputFile.Write(outPath, writer => writer.WriteLine(PlanWriter.WriteJson(plan, indented: true)));
        }
        finally
        {
            // Even where the file cannot be written, the plan is not lost.
            Show(plan, park.Value, options.Gap);
        }

        if (request.OutPath is { } written && !request.IsQuiet)
            environment.Error.WriteLine(Messages.Wrote.In(language, written));
        return CodeOf(plan.Outcome);
    }

    private static ExitCode CodeOf(Outcome outcome) => outcome switch
    {
        Outcome.Optimal => ExitCode.Ok,
        Outcome.Infeasible => ExitCode.NoFeasiblePlan,
        _ => ExitCode.StoppedAtLimit,
    };

    private void Tell(IReadOnlyList<Violation> violations, bool isValid, string path)
    {
        if (violations.Count == 0 || (isValid && request.IsQuiet))
            return;

        var page = new Page(environment.Width, !environment.IsErrorRedirected);
        if (!isValid)
            page.Line(Messages.NotValid.In(language, path));
        ViolationTable.AddTo(page, violations, language);
        page.WriteTo(environment.Error);
    }

    private PlanOptions Options()
    {
        var options = new PlanOptions { TimeLimit = request.TimeLimit };
        if (request.Gap is { } gap)
            options = options with { Gap = gap };
        if (request.ExportMpsPath is { } path)
            options = options with { ModelBuilt = model => OutputFile.Write(path, writer => MpsWriter.Write(model, writer)) };
        return options;
    }

    private Plan Search(Park park, Scenario? scenario, PlanOptions options)
    {
        using var stop = new CancellationTokenSource();
        using var display = Display();
        using var watch = environment.WatchStop(() =>
        {
            display.Announce(Messages.Stopping.In(language));
            stop.Cancel();
        });
        try
        {
            return environment.Search(request.EngineName, park, scenario, options, display.Show, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new Plan { ParkId = park.Id, ScenarioId = scenario?.Id, Outcome = Outcome.NoPlan };
        }
    }

    private IProgressDisplay Display()
    {
        if (request.IsQuiet)
            return new SilentProgress(environment.Error);
        if (environment.IsOutputRedirected || environment.IsErrorRedirected)
            return new LineProgress(environment.Error, environment.Time, language);
        return new LiveProgress(environment.Error, environment.Time, language, environment.Width);
    }

    private void Show(Plan plan, Park park, double askedGap)
    {
        if (request.IsJson)
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
