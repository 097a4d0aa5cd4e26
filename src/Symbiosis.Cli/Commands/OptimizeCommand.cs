using System.CommandLine;
using Symbiosis.Cli.Running;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary><c>optimize PARK</c>: the command line; the work is <see cref="OptimizeRun"/> or <see cref="ServerOptimizeRun"/>.</summary>
internal static class OptimizeCommand
{
    public static Command Create(Language language, CliEnvironment environment)
    {
        var park = SharedOptions.Park(language);
        var scenario = SharedOptions.Scenario(language);
        var gap = SharedOptions.Text("--gap", "G", CommandMessages.GapOption.In(language));
        var timeLimit = SharedOptions.Text("--time-limit", "S", CommandMessages.TimeLimitOption.In(language));
        var engine = SharedOptions.Text("--engine", string.Join('|', EngineNames.All), CommandMessages.EngineOption.In(language, string.Join(", ", EngineNames.All)));
        var typicalDays = SharedOptions.TypicalDays(language);
        var json = SharedOptions.Json(language);
        var output = SharedOptions.Text("--out", "FILE", CommandMessages.OutOption.In(language));
        var exportMps = SharedOptions.Text("--export-mps", "FILE", CommandMessages.ExportMpsOption.In(language));
        var all = new Option<bool>("--all") { Description = CommandMessages.AllOption.In(language) };
        var quiet = new Option<bool>("--quiet") { Description = CommandMessages.QuietOption.In(language) };
        var command = new Command("optimize", CommandMessages.Optimize.In(language))
        {
            park, scenario, gap, timeLimit, engine, typicalDays, json, output, exportMps, all, quiet,
        };
        var server = new ServerOptions(language);
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
                OutPath = OptimizeRequest.ParseOutput(parsed.GetValue(output), environment),
                ExportMpsPath = OptimizeRequest.ParseOutput(parsed.GetValue(exportMps), environment),
                IsJson = parsed.GetValue(json),
                ShowsAllPairs = parsed.GetValue(all),
                IsQuiet = parsed.GetValue(quiet),
            };
            return (int)(server.Parse(parsed, environment) is { } address
                ? new ServerOptimizeRun(request, address, language, environment).Run()
                : new OptimizeRun(request, language, environment).Run());
        });
        return command;
    }
}
