using Symbiosis.Api.Reading;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Servers;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Commands;

/// <summary>One run of <c>optimize --server</c>: the files are read here, all else is the server's; the plan is shown as if it was found here.</summary>
internal sealed class ServerOptimizeRun(OptimizeRequest request, ServerAddress server, Language language, CliEnvironment environment)
{
    private readonly Telling telling = new(request, language, environment);

    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">A file cannot be used.</exception>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    public ExitCode Run()
    {
        if (request.ExportMpsPath is not null)
            throw new BadInputException(ServerMessages.NotWithServer, "--export-mps");

        var park = InputFiles.ReadParkMessage(environment.WorkingFolder, request.ParkPath, request.TypicalDayCount);
        telling.Tell(park.Violations, park.IsValid, request.ParkPath);
        if (!park.IsValid)
            return ExitCode.BadInput;

        var asked = new V1.OptimizeRequest { Park = park.Value, Options = request.ToSearchOptions() };
        if (request.ScenarioPath is { } scenarioPath)
        {
            var scenario = InputFiles.ReadScenarioMessage(environment.WorkingFolder, scenarioPath, keepsTypicalDays: request.TypicalDayCount is null);
            telling.Tell(scenario.Violations, scenario.IsValid, scenarioPath);
            if (!scenario.IsValid)
                return ExitCode.BadInput;
            asked.Scenario = scenario.Value;
        }

        try
        {
            var plan = Search(asked);

            // For names and units only: what the server accepted is not judged again, and a newer server may accept more.
            return telling.Deliver(plan, ParkReader.Read(park.Value).Value, request.Gap ?? new PlanOptions().Gap);
        }
        catch (ServerException refusal) when (refusal.Violations.Count > 0)
        {
            telling.Tell(refusal.Violations, isValid: false, request.ParkPath);
            if (refusal.OmittedCount > 0)
                environment.Error.WriteLine(ServerMessages.Omitted.In(language, refusal.OmittedCount));
            return refusal.Code;
        }
    }

    private Plan Search(V1.OptimizeRequest asked)
    {
        if (server.SendsKeyInCleartext)
            environment.Error.WriteLine(ServerMessages.KeyInCleartext.In(language, server));

        using var cancel = new CancellationTokenSource();
        using var display = telling.Display();
        using var watch = environment.WatchStop(() =>
        {
            display.Announce(ServerMessages.Cancelling.In(language));
            cancel.Cancel();
        });
        try
        {
            var search = new ServerSearch(server).OptimizeAsync(
                asked, display.Show, warnings => telling.Tell(warnings, isValid: true, request.ParkPath), cancel.Token);
            return PlanReading.Read(search.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new Plan { ParkId = asked.Park.Id, ScenarioId = asked.Scenario?.Id, Outcome = Outcome.NoPlan };
        }
    }
}
