using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.V1;

namespace Symbiosis.Server.Partners;

/// <summary>The parks that a request asks about: those sent first, then those kept.</summary>
internal sealed class AskedParks
{
    private const int MaxNameLength = 80;
    private readonly FindPartnersRequest _request;
    private readonly string _tenant;
    private readonly IReadOnlyList<KeptPark> _kept;

    /// <summary>Looks the names up.</summary>
    /// <param name="request">The request.</param>
    /// <param name="shelf">Parks that are kept.</param>
    /// <param name="tenant">Whose call it is.</param>
    /// <exception cref="RpcException">A name that no park has.</exception>
    public AskedParks(FindPartnersRequest request, ParkShelf shelf, string tenant)
    {
        (_request, _tenant) = (request, tenant);
        _kept = [.. request.ParkNames.Select(name => shelf.Find(name) ?? throw NotFound(name, shelf))];
        Revisions =
        [
            .. request.Parks.Select(park => new ParkRevision { ParkId = park.Id, Revision = RevisionHash.Of(park) }),
            .. _kept.Select(park => new ParkRevision { ParkId = park.Park.Id, Name = park.Name, Revision = park.Revision }),
        ];
        ByteCount = request.Parks.Sum(park => (long)park.CalculateSize()) + _kept.Sum(park => (long)park.ByteCount);
    }

    /// <summary>Ids and revisions, in order.</summary>
    public IReadOnlyList<ParkRevision> Revisions { get; }

    /// <summary>Size of all parks as messages.</summary>
    public long ByteCount { get; }

    /// <summary>Ids, in order.</summary>
    public IReadOnlyList<string> Ids => [.. Revisions.Select(park => park.ParkId)];

    /// <summary>
    /// What ready parks are told apart by. Sets with parks that were sent are kept for their tenant alone: how soon an answer comes must not tell one
    /// tenant what another has sent.
    /// </summary>
    public string Key => string.Join(' ', Revisions.Select(park => park.Revision).Prepend(_request.Parks.Count == 0 ? "kept" : $"sent by {_tenant}:"));

    /// <summary>Through whose eyes the answer is seen.</summary>
    public PartnerViewer Viewer =>
        _kept.Count > 0 ? new PartnerViewer(false, _tenant)
        : _request.Owner.Length > 0 ? new PartnerViewer(false, _request.Owner)
        : PartnerViewer.Planner;

    /// <summary>Faults of the set, with paths from <see cref="PartnerQuestionReader.Root"/>.</summary>
    public IEnumerable<Violation> Violations()
    {
        const string Root = PartnerQuestionReader.Root;
        if (Revisions.Count == 0)
            yield return new Violation($"{Root}.parks", ViolationCodes.Required, "Send a park, or name one that the server keeps in park_names.", "");
        if (_kept.Count > 0 && _request.Owner.Length > 0)
            yield return new Violation($"{Root}.owner", ViolationCodes.OneofConflict, "In parks that the server keeps your tenant is the owner. Leave owner out.", _request.Owner);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Revisions.Count; i++)
        {
            var path = i < _request.Parks.Count ? $"{Root}.parks[{i}].id" : $"{Root}.park_names[{i - _request.Parks.Count}]";
            if (Revisions[i].ParkId.Length > 0 && !seen.Add(Revisions[i].ParkId))
                yield return new Violation(path, ViolationCodes.DuplicateId, $"Another park of the request has the id '{Revisions[i].ParkId}'.", Revisions[i].ParkId);
        }
    }

    /// <summary>Reads the parks that were sent and makes all of them ready. Takes up to seconds.</summary>
    public ReadyParks MakeReady(PartnerFinding finding)
    {
        var violations = new List<Violation>();
        var parks = new List<Domain.Parks.Park>();
        for (var i = 0; i < _request.Parks.Count; i++)
        {
            var read = ParkReader.Read(_request.Parks[i]);
            violations.AddRange(read.Violations.Select(violation => violation with { FieldPath = $"{PartnerQuestionReader.Root}.parks[{i}]{violation.FieldPath[ParkReader.Root.Length..]}" }));
            if (read.IsValid)
                parks.Add(read.Value);
        }

        return parks.Count < _request.Parks.Count
            ? new ReadyParks(null, violations)
            : new ReadyParks(finding([.. parks, .. _kept.Select(park => park.Park)]), violations);
    }

    private static RpcException NotFound(string name, ParkShelf shelf)
    {
        var shown = name.Length <= MaxNameLength ? name : string.Concat(name.AsSpan(0, MaxNameLength), "...");
        var hint = NearestName.Question(name, shelf.Names);
        return RichErrors.Create(
            StatusCode.NotFound,
            $"This server keeps no park '{shown}'.{hint}{(hint.Length > 0 ? "" : $" It keeps {shelf.Names.Count} parks; names are parks/{{park}}.")}",
            "NOT_FOUND",
            new Dictionary<string, string> { ["name"] = shown }).ToRpcException();
    }
}
