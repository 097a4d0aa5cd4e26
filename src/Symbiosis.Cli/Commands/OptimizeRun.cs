using Symbiosis.Cli.Files;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Commands;

/// <summary>One run of <c>optimize</c> in this process: read, search with progress, write, show.</summary>
internal sealed class OptimizeRun(OptimizeRequest request, Language language, CliEnvironment environment)
{
    private readonly Telling telling = new(request, language, environment);

    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">A file cannot be used.</exception>
    /// <exception cref="SolverException">The engine is missing or failed.</exception>
    public ExitCode Run()
    {
        if (request.OutPath is not null && request.OutPath == request.ExportMpsPath)
            throw new BadInputException(CommandMessages.SameFile, "--out", "--export-mps");

        var park = InputFiles.ReadPark(environment.WorkingFolder, request.ParkPath, request.TypicalDayCount);
        telling.Tell(park.Violations, park.IsValid, request.ParkPath);
        if (!park.IsValid)
            return ExitCode.BadInput;

        Scenario? scenario = null;
        if (request.ScenarioPath is { } scenarioPath)
        {
            var read = InputFiles.ReadScenario(environment.WorkingFolder, scenarioPath, park.Value, keepsTypicalDays: request.TypicalDayCount is null);
            telling.Tell(read.Violations, read.IsValid, scenarioPath);
            if (!read.IsValid)
                return ExitCode.BadInput;
            scenario = read.Value;
        }

        var options = Options();
        var plan = Search(park.Value, scenario, options);
        return telling.Deliver(plan, park.Value, options.Gap);
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
        using var display = telling.Display();
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
}
