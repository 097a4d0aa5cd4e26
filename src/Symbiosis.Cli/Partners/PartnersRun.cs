using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Partners.Rendering;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Servers;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Partners;

/// <summary>One run of <c>partners</c>, in this process or on a server.</summary>
internal sealed class PartnersRun(PartnersRequest request, ServerAddress? server, Language language, CliEnvironment environment)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">The command line or a file cannot be used.</exception>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    public ExitCode Run()
    {
        if (request.ParkPaths.Count + request.ParkNames.Count == 0)
            throw new BadInputException(PartnerMessages.NoPark);
        if (server is null && request.ParkNames.Count > 0)
            throw new BadInputException(PartnerMessages.ParkNameWithoutServer);

        var messages = new List<V1.Park>();
        foreach (var path in request.ParkPaths)
        {
            var read = InputFiles.ReadParkMessage(environment.WorkingFolder, path, typicalDayCount: null);
            if (!read.IsValid)
                return Refuse(read.Violations, path);
            messages.Add(read.Value);
        }

        var asked = request.ToMessage(HasDegrees(messages));
        asked.Parks.Add(messages);
        try
        {
            return server is null ? Here(asked) : OnServer(asked, server);
        }
        catch (ServerException refusal) when (refusal.Violations.Count > 0)
        {
            return Refuse(refusal.Violations, path: null);
        }
    }

    private ExitCode Here(V1.FindPartnersRequest asked)
    {
        var parks = new List<Park>();
        foreach (var (path, message) in request.ParkPaths.Zip(asked.Parks))
        {
            var read = ParkReader.Read(message);
            if (!read.IsValid)
                return Refuse(read.Violations, path);
            parks.Add(read.Value);
        }

        var ids = parks.Select(park => park.Id).ToList();
        if (ids.CountBy(id => id).FirstOrDefault(count => count.Value > 1).Key is { } doubled)
            throw new BadInputException(PartnerMessages.ParkTwice, doubled);

        var question = PartnerQuestionReader.Read(asked, ids);
        var viewer = asked.Owner.Length > 0 ? new PartnerViewer(false, asked.Owner) : PartnerViewer.Planner;
        var answer = question.IsValid ? environment.FindPartners(parks, CatalogueFiles.Read(environment), question.Value, viewer) : null;
        List<Violation> violations = [.. question.Violations, .. answer?.Violations ?? []];
        if (answer is not { IsValid: true })
            return Refuse(violations, path: null);

        var response = PartnerAnswerWriter.Write(answer.Value);
        response.Parks.Add(asked.Parks.Select(park => new V1.ParkRevision { ParkId = park.Id, Revision = RevisionHash.Of(park) }));
        response.Warnings.Add(violations.Select(RichErrors.Write));
        Show(response, asked, parks);
        return ExitCode.Ok;
    }

    private ExitCode OnServer(V1.FindPartnersRequest asked, ServerAddress address)
    {
        if (address.SendsKeyInCleartext)
            environment.Error.WriteLine(ServerMessages.KeyInCleartext.In(language, address));
        var response = new ServerPartners(address).Find(asked);

        // Only for names; a park that this program cannot read is shown by its ids.
        Show(response, asked, [.. asked.Parks.Select(park => ParkReader.Read(park).Value).OfType<Park>()]);
        return ExitCode.Ok;
    }

    private void Show(V1.FindPartnersResponse response, V1.FindPartnersRequest asked, IReadOnlyList<Park> parks)
    {
        if (request.IsJson)
        {
            environment.Output.WriteLine(PartnerAnswerWriter.WriteJson(response));
            environment.Output.Flush();
            return;
        }

        var page = new Page(environment.Width, !environment.IsOutputRedirected);
        PartnerReport.AddTo(page, new PartnerView(PartnerAnswerReading.Read(response), parks, response.Parks.Count, language), asked);
        page.WriteTo(environment.Output);
        var warnings = response.Warnings.Select(RichErrorReader.Warning).ToList();
        if (warnings.Count > 0)
            Tell(warnings, null);
    }

    private bool? HasDegrees(List<V1.Park> parks)
    {
        var id = request.At is { } at && at.Contains('/', StringComparison.Ordinal) ? at[..at.IndexOf('/', StringComparison.Ordinal)] : null;
        var park = id is null ? parks.FirstOrDefault() : parks.Find(candidate => candidate.Id == id);
        return park is null || park.Sites.Count == 0 ? null : park.Sites.Any(site => site.HasLatitudeDegrees);
    }

    private ExitCode Refuse(IReadOnlyList<Violation> violations, string? path)
    {
        Tell(violations, path is null ? PartnerMessages.QuestionRefused.In(language) : Messages.NotValid.In(language, path));
        return ExitCode.BadInput;
    }

    private void Tell(IReadOnlyList<Violation> violations, string? refused)
    {
        var page = new Page(environment.Width, !environment.IsErrorRedirected);
        if (refused is not null)
            page.Line(refused);
        ViolationTable.AddTo(page, violations, language);
        page.WriteTo(environment.Error);
    }
}
