using System.CommandLine;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Commands;

/// <summary><c>catalogue list [KIND]</c>, <c>catalogue show ID</c> and, in a file of its own, <c>catalogue suggest</c>.</summary>
internal static class CatalogueCommand
{
    public static Command Create(Language language, CliEnvironment environment)
    {
        var kind = new Argument<string?>("KIND") { Description = CommandMessages.KindArgument.In(language), Arity = ArgumentArity.ZeroOrOne };
        var list = new Command("list", CommandMessages.CatalogueList.In(language)) { kind };
        list.SetAction(parsed => (int)List(parsed.GetValue(kind), language, environment));

        var id = new Argument<string>("ID") { Description = CommandMessages.IdArgument.In(language) };
        var show = new Command("show", CommandMessages.CatalogueShow.In(language)) { id };
        show.SetAction(parsed => (int)Show(parsed.GetRequiredValue(id), language, environment));

        return new Command("catalogue", CommandMessages.Catalogue.In(language)) { list, show, SuggestCommand.Create(language, environment) };
    }

    private static ExitCode List(string? kind, Language language, CliEnvironment environment)
    {
        var catalogues = CatalogueFiles.Read(environment);
        var wanted = catalogues.Where(catalogue => kind is null || catalogue.Kind == kind).ToList();
        if (wanted.Count == 0)
            throw new BadInputException(CommandMessages.KindUnknown, kind ?? "", string.Join(", ", catalogues.Select(catalogue => catalogue.Kind)));

        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        foreach (var catalogue in wanted)
            CatalogueTable.AddTo(page, catalogue, language);
        page.WriteTo(environment.Output);
        return ExitCode.Ok;
    }

    private static ExitCode Show(string id, Language language, CliEnvironment environment)
    {
        var catalogues = CatalogueFiles.Read(environment);
        var found = catalogues.SelectMany(catalogue => catalogue.Entries.Where(entry => entry.Id == id).Select(entry => (catalogue, entry))).ToList();
        if (found.Count == 0)
            throw Unknown(id, catalogues.SelectMany(catalogue => catalogue.Entries).Select(entry => entry.Id));

        // Ids are unique in their kind only: "cement" may be a process and a material.
        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        foreach (var (catalogue, entry) in found)
            CatalogueEntryText.AddTo(page, catalogue, entry, language);
        page.WriteTo(environment.Output);
        return ExitCode.Ok;
    }

    private static BadInputException Unknown(string id, IEnumerable<string> ids)
    {
        var nearest = NearestName.Find(id, ids);
        return nearest is null ? new BadInputException(CommandMessages.EntryUnknown, id) : new BadInputException(CommandMessages.DidYouMean, id, nearest);
    }
}
