using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Symbiosis.Api.Writing;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Planning.Suggesting;

namespace Symbiosis.Cli.Commands;

/// <summary><c>catalogue suggest PROCESS --tonnes-per-year N</c>.</summary>
internal static class SuggestCommand
{
    private const string ProcessPrefix = "catalogue/process/";
    private static readonly JsonFormatter s_json = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithIndentation("  "));

    public static Command Create(Language language, CliEnvironment environment)
    {
        var process = new Argument<string>("PROCESS") { Description = SuggestMessages.ProcessArgument.In(language) };
        var tonnes = SharedOptions.Text("--tonnes-per-year", "N", SuggestMessages.TonnesOption.In(language));
        var hours = SharedOptions.Text("--hours", "H", SuggestMessages.HoursOption.In(language));
        var product = SharedOptions.Text("--product", "P", SuggestMessages.ProductOption.In(language));
        var site = SharedOptions.Text("--site", "ID", SuggestMessages.SiteOption.In(language));
        var json = SharedOptions.Json(language);
        var command = new Command("suggest", SuggestMessages.Suggest.In(language)) { process, tonnes, hours, product, site, json };
        command.SetAction(parsed =>
        {
            var id = parsed.GetRequiredValue(process);
            var question = new StreamQuestion
            {
                ProcessId = id.StartsWith(ProcessPrefix, StringComparison.Ordinal) ? id[ProcessPrefix.Length..] : id,
                TonnesPerYear = Number(tonnes.Name, parsed.GetValue(tonnes)) ?? throw new BadInputException(SuggestMessages.TonnesMissing),
                HoursPerYear = Number(hours.Name, parsed.GetValue(hours)),
                Product = parsed.GetValue(product),
                SiteId = parsed.GetValue(site),
            };
            return (int)Run(question, parsed.GetValue(json), language, environment);
        });
        return command;
    }

    private static ExitCode Run(StreamQuestion question, bool isJson, Language language, CliEnvironment environment)
    {
        var answer = new StreamSuggester(CatalogueFiles.Read(environment)).Suggest(question);
        if (!answer.IsValid)
        {
            if (isJson)
                environment.Output.WriteLine(ViolationJson.Write(answer.Violations));
            foreach (var violation in answer.Violations)
                environment.Error.WriteLine(SuggestMessages.Refused.In(language, violation.FieldPath, violation.Sentence, violation.Value));
            return ExitCode.BadInput;
        }

        if (isJson)
        {
            environment.Output.WriteLine(s_json.Format(SuggestionWriter.Write(answer.Value)));
            return ExitCode.Ok;
        }

        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        SuggestionText.AddTo(page, answer.Value, language);
        page.WriteTo(environment.Output);
        return ExitCode.Ok;
    }

    private static double? Number(string option, string? text)
    {
        if (text is null)
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadInputException(SuggestMessages.NotANumber, option, text);
    }
}
