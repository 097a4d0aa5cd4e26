using System.CommandLine;
using Symbiosis.Cli.Running;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary><c>explain PARK --from A --to B --flow F</c>: the command line; the work is <see cref="ExplainRun"/>.</summary>
internal static class ExplainCommand
{
    public static Command Create(Language language, CliEnvironment environment)
    {
        var park = SharedOptions.Park(language);
        var from = SharedOptions.Text("--from", "PLANT", ServerMessages.FromOption.In(language));
        var to = SharedOptions.Text("--to", "PLANT", ServerMessages.ToOption.In(language));
        var flow = SharedOptions.Text("--flow", "ID", ServerMessages.FlowOption.In(language));
        var scenario = SharedOptions.Scenario(language);
        var gap = SharedOptions.Text("--gap", "G", CommandMessages.GapOption.In(language));
        var timeLimit = SharedOptions.Text("--time-limit", "S", CommandMessages.TimeLimitOption.In(language));
        var engine = SharedOptions.Text("--engine", string.Join('|', EngineNames.All), CommandMessages.EngineOption.In(language, string.Join(", ", EngineNames.All)));
        var typicalDays = SharedOptions.TypicalDays(language);
        var json = SharedOptions.Json(language);
        var server = new ServerOptions(language);
        var command = new Command("explain", ServerMessages.Explain.In(language)) { park, from, to, flow, scenario, gap, timeLimit, engine, typicalDays, json };
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new OptimizeRequest
            {
                ParkPath = parsed.GetRequiredValue(park),
                ScenarioPath = parsed.GetValue(scenario),
                Gap = OptimizeRequest.ParseGap(parsed.GetValue(gap)),
                TimeLimit = OptimizeRequest.ParseTimeLimit(parsed.GetValue(timeLimit)),
                AskedEngineName = OptimizeRequest.ParseEngine(parsed.GetValue(engine)),
                TypicalDayCount = SharedOptions.ParseTypicalDays(parsed.GetValue(typicalDays)),
                IsJson = parsed.GetValue(json),
            };
            var run = new ExplainRun(request, server.Parse(parsed, environment), language, environment);
            return (int)run.Run(Given(parsed, from), Given(parsed, to), Given(parsed, flow));
        });
        return command;
    }

    private static string Given(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) ?? throw new BadInputException(ServerMessages.OptionMissing, option.Name);
}
