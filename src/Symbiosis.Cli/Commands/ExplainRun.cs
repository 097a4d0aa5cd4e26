using Google.Protobuf;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Servers;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Commands;

/// <summary>One run of <c>explain</c>, in this process or on a server.</summary>
internal sealed class ExplainRun(OptimizeRequest request, ServerAddress? server, Language language, CliEnvironment environment)
{
    private static readonly JsonFormatter s_json = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithIndentation("  "));

    private readonly Telling telling = new(request, language, environment);

    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">A file cannot be used.</exception>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    public ExitCode Run(string fromPlantId, string toPlantId, string flowId)
    {
        var park = InputFiles.ReadParkMessage(environment.WorkingFolder, request.ParkPath, request.TypicalDayCount);
        if (!park.IsValid)
            return Refuse(park.Violations);

        var asked = new V1.ExplainRequest { Park = park.Value, FromPlantId = fromPlantId, ToPlantId = toPlantId, Options = request.ToSearchOptions() };
        if (park.Value.Materials.Any(material => material.Id == flowId))
            asked.MaterialId = flowId;
        else
            asked.CarrierId = flowId;
        if (request.ScenarioPath is { } scenarioPath)
        {
            var scenario = InputFiles.ReadScenarioMessage(environment.WorkingFolder, scenarioPath, keepsTypicalDays: request.TypicalDayCount is null);
            if (!scenario.IsValid)
                return Refuse(scenario.Violations);
            asked.Scenario = scenario.Value;
        }

        using var stop = new CancellationTokenSource();
        using var watch = environment.WatchStop(() =>
        {
            environment.Error.WriteLine((server is null ? Messages.Stopping : ServerMessages.Cancelling).In(language));
            stop.Cancel();
        });
        try
        {
            var explanation = server is null ? Here(asked, stop.Token) : new ServerSearch(server).ExplainAsync(asked, stop.Token).GetAwaiter().GetResult();
            if (explanation is null)
                return ExitCode.BadInput;
            Show(explanation, ParkReader.Read(park.Value).Value, fromPlantId, toPlantId, flowId);
            return explanation.Finding == V1.PairFinding.Undecided ? ExitCode.StoppedAtLimit : ExitCode.Ok;
        }
        catch (ServerException refusal) when (refusal.Violations.Count > 0)
        {
            return Refuse(refusal.Violations);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.StoppedAtLimit;
        }
    }

    private V1.ExplainResponse? Here(V1.ExplainRequest asked, CancellationToken stop)
    {
        var park = ParkReader.Read(asked.Park);
        var scenario = park.IsValid && asked.Scenario is not null ? ScenarioReader.Read(asked.Scenario, park.Value) : null;
        var question = park.IsValid ? PairQuestionReader.Read(asked, park.Value) : null;
        List<Violation> violations = [.. park.Violations, .. scenario?.Violations ?? [], .. question?.Violations ?? []];
        if (!park.IsValid || question is not { IsValid: true } || scenario is { IsValid: false })
        {
            Refuse(violations);
            return null;
        }

        var options = new PlanOptions { TimeLimit = request.TimeLimit };
        if (request.Gap is { } gap)
            options = options with { Gap = gap };
        return ExplanationWriter.Write(environment.Explain(request.EngineName, park.Value, scenario?.Value, question.Value, options, stop));
    }

    private void Show(V1.ExplainResponse message, Park? park, string fromPlantId, string toPlantId, string flowId)
    {
        if (request.IsJson || park is null)
        {
            environment.Output.WriteLine(s_json.Format(message));
            return;
        }

        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        var explanation = ExplanationReading.Read(message);
        ExplanationText.AddTo(page, new PlanView(new Plan(), park, language, 0), explanation, fromPlantId, toPlantId, flowId);
        page.WriteTo(environment.Output);
    }

    private ExitCode Refuse(IReadOnlyList<Violation> violations)
    {
        telling.Tell(violations, isValid: false, request.ParkPath);
        return ExitCode.BadInput;
    }
}
