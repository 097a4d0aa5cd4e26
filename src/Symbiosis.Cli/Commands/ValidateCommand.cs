using System.CommandLine;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Commands;

/// <summary><c>validate PARK</c>: everything that is wrong with a park, and with a scenario for it.</summary>
internal static class ValidateCommand
{
    public static Command Create(Language language, CliEnvironment environment)
    {
        var park = SharedOptions.Park(language);
        var scenario = SharedOptions.Scenario(language);
        var typicalDays = SharedOptions.TypicalDays(language);
        var json = SharedOptions.Json(language);
        var command = new Command("validate", CommandMessages.Validate.In(language)) { park, scenario, typicalDays, json };
        command.SetAction(parsed => (int)Run(
            parsed.GetRequiredValue(park),
            parsed.GetValue(scenario),
            SharedOptions.ParseTypicalDays(parsed.GetValue(typicalDays)),
            parsed.GetValue(json),
            language,
            environment));
        return command;
    }

    private static ExitCode Run(string parkPath, string? scenarioPath, int? typicalDayCount, bool isJson, Language language, CliEnvironment environment)
    {
        var park = InputFiles.ReadPark(environment.WorkingFolder, parkPath, typicalDayCount);
        var violations = park.Violations;
        var isValid = park.IsValid;
        if (scenarioPath is not null && park.IsValid)
        {
            var scenario = InputFiles.ReadScenario(environment.WorkingFolder, scenarioPath, park.Value, keepsTypicalDays: typicalDayCount is null);
            violations = [.. violations, .. scenario.Violations];
            isValid = scenario.IsValid;
        }

        if (isJson)
            environment.Output.WriteLine(ViolationJson.Write(violations));
        else
            Show(violations, isValid, parkPath, language, environment);
        return isValid ? ExitCode.Ok : ExitCode.BadInput;
    }

    private static void Show(IReadOnlyList<Violation> violations, bool isValid, string path, Language language, CliEnvironment environment)
    {
        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        page.Line((isValid ? Messages.Valid : Messages.NotValid).In(language, path));
        if (violations.Count > 0)
            ViolationTable.AddTo(page, violations, language);
        page.WriteTo(environment.Output);
    }
}
