using System.CommandLine;
using Symbiosis.Cli.Heat;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary><c>heat PARK</c> and <c>heat --streams FILE.csv</c>: the command line; the work is <see cref="HeatRun"/>.</summary>
internal static class HeatCommand
{
    public static Command Create(Language language, CliEnvironment environment)
    {
        var park = new Argument<string?>("PARK") { Description = CommandMessages.ParkArgument.In(language), Arity = ArgumentArity.ZeroOrOne };
        var streams = SharedOptions.Text("--streams", "FILE.csv", HeatMessages.StreamsOption.In(language));
        var utilities = SharedOptions.Text("--utilities", "FILE.csv", HeatMessages.UtilitiesOption.In(language));
        var plant = SharedOptions.Text("--plant", "P", HeatMessages.PlantOption.In(language));
        var approach = SharedOptions.Text("--min-approach", "K", HeatMessages.ApproachOption.In(language));
        var ambient = SharedOptions.Text("--ambient", "C", HeatMessages.AmbientOption.In(language));
        var json = SharedOptions.Json(language);
        var svg = SharedOptions.Text("--svg", "DIR", HeatMessages.SvgOption.In(language));
        var command = new Command("heat", HeatMessages.Heat.In(language)) { park, streams, utilities, plant, approach, ambient, json, svg };
        var server = new ServerOptions(language);
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new HeatRequest
            {
                ParkPath = parsed.GetValue(park),
                StreamsPath = parsed.GetValue(streams),
                UtilitiesPath = parsed.GetValue(utilities),
                PlantId = parsed.GetValue(plant),
                MinimumApproachK = HeatRequest.ParseApproach(parsed.GetValue(approach)),
                AmbientCelsius = HeatRequest.ParseAmbient(parsed.GetValue(ambient)),
                SvgFolder = parsed.GetValue(svg) is { } folder ? Path.GetFullPath(folder, environment.WorkingFolder) : null,
                IsJson = parsed.GetValue(json),
            };
            return (int)new HeatRun(request.Checked(), server.Parse(parsed, environment), language, environment).Run();
        });
        return command;
    }
}
