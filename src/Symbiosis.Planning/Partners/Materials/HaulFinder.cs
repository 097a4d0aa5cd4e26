using System.Collections.Concurrent;
using System.Globalization;
using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Routing;
using Symbiosis.Planning.Partners.Subjects;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Ways of a material between two places. Within a park over the corridors, by any mode that may carry it; between parks by lorry over the
/// straight line times a detour factor. Thread-safe.
/// </summary>
internal sealed class HaulFinder(TypicalValues typical)
{
    private readonly TypicalFigure detour = typical.DetourFactor();
    private readonly TypicalFigure roadCost = typical.RoadCnyPerTKm();
    private readonly TypicalFigure roadLoading = typical.RoadCnyPerT();
    private readonly TypicalFigure roadCo2 = typical.RoadCo2KgPerTKm();
    private readonly ConcurrentDictionary<(IndexedPark Park, string MaterialId, MaterialHazard Hazard), TransportMode[]> modes = [];

    /// <summary>Looks for ways.</summary>
    /// <param name="from">Donor's place.</param>
    /// <param name="to">Receiver's place.</param>
    /// <param name="materialId">What travels.</param>
    /// <param name="hazard">What law and safety say of it.</param>
    /// <param name="asksDonor">The donor's end is the one that many questions share; only which search tree is kept depends on it.</param>
    public HaulSearch Find(SubjectPlace from, SubjectPlace to, string materialId, MaterialHazard hazard, bool asksDonor)
    {
        if (from.Home != to.Home)
            return Between(from, to, materialId, hazard);
        var connectionM = from.ConnectionM + to.ConnectionM;
        if (from.Node == to.Node && connectionM <= 0)
            return HaulSearch.OnSite;

        var park = from.Home;
        var (tree, node) = asksDonor ? (park.Roads.From(from.Node), to.Node) : (park.Roads.To(to.Node), from.Node);
        if (!tree.Reaches(node))
            return HaulSearch.None(PartnerReason.NoRoute, () => "No chain of corridors for transport joins the two places.");

        var allowed = Modes(park, materialId, hazard);
        if (allowed.Length == 0)
            return Barred(materialId, hazard);

        var lengthM = tree.LengthM(node) + connectionM;
        var hauls = new List<Haul>(allowed.Length);
        foreach (var mode in allowed)
        {
            if (lengthM <= Reach(mode))
                hauls.Add(ByMode(park, mode, lengthM, tree, node));
        }

        return hauls.Count > 0 ? new HaulSearch(WithoutDominated(hauls), PartnerReason.Unspecified, null) : TooFar(lengthM, allowed);
    }

    private HaulSearch Between(SubjectPlace from, SubjectPlace to, string materialId, MaterialHazard hazard)
    {
        var straightM = Geographic(from).StraightLineM(Geographic(to));
        if (straightM is not { } distanceM)
            return HaulSearch.None(PartnerReason.NoRoute, () => "The parks are joined by no corridor, and one of the places has no latitude and longitude.");

        var lengthM = distanceM * detour.Typical + from.ConnectionM + to.ConnectionM;
        var trucks = from.Home.Park.TransportModes.Where(mode => mode.Kind == TransportKind.Truck).ToArray();
        if (trucks.Length == 0)
            return hazard.IsHarmless ? new HaulSearch([ByLorry(lengthM)], PartnerReason.Unspecified, null) : Barred(materialId, hazard);

        var allowed = trucks.Where(mode => hazard.AllowsMode(mode, materialId)).ToArray();
        if (allowed.Length == 0)
            return Barred(materialId, hazard);

        var cheapest = allowed.Where(mode => lengthM <= Reach(mode)).Select(mode => ByMode(from.Home, mode, lengthM, null, 0)).MinBy(haul => haul.CnyPerT);
        return cheapest is null
            ? TooFar(lengthM, allowed)
            : new HaulSearch([cheapest with { IsStraightLine = true, Quality = FigureQuality.Worse(cheapest.Quality, detour.Quality), Note = detour.Note }], PartnerReason.Unspecified, null);
    }

    private Haul ByLorry(double lengthM) => new()
    {
        LengthM = lengthM,
        IsStraightLine = true,
        FreightCnyPerT = roadLoading.Typical + roadCost.Typical * lengthM / 1000,
        Co2KgPerT = roadCo2.Typical * lengthM / 1000,
        Quality = FigureQuality.Worse(FigureQuality.Worse(roadCost.Quality, roadLoading.Quality), detour.Quality),
        Note = $"{roadCost.Note} {roadLoading.Note} {detour.Note}",
    };

    private static Haul ByMode(IndexedPark park, TransportMode mode, double lengthM, RouteTree? tree, int node)
    {
        var km = lengthM / 1000;
        var network = park.Park.Network;
        return new Haul
        {
            ModeId = mode.Id,
            LengthM = lengthM,
            FreightCnyPerT = mode.CnyPerT + mode.CnyPerTKm * km,
            PumpingCnyPerT = mode.PowerKwhPerTKm * km * network.PumpingCnyPerKwh,
            Co2KgPerT = (mode.Co2KgPerTKm + mode.PowerKwhPerTKm * network.PumpingCo2KgPerKwh) * km,
            LinkCny = mode.LinkFixedCny + mode.LinkCnyPerM * lengthM,
            LinkAnnuity = park.Annuity(null, mode.LifetimeYears),
            LinkOmFraction = park.Park.Economics.OmFraction,
            CapacityTPerH = mode.LinkCapacityTPerH ?? double.PositiveInfinity,
            Quality = FigureQuality.Of(mode.Provenance, null),
            Tree = tree,
            Node = node,
        };
    }

    // Of the modes that need no link and have no limit only the cheapest can be the best.
    private static List<Haul> WithoutDominated(List<Haul> hauls)
    {
        if (hauls.Count == 1)
            return hauls;

        var plain = hauls.Where(haul => haul.LinkCny <= 0 && double.IsInfinity(haul.CapacityTPerH)).MinBy(haul => haul.CnyPerT);
        return plain is null ? hauls : [plain, .. hauls.Where(haul => haul != plain && haul.CnyPerT < plain.CnyPerT)];
    }

    private TransportMode[] Modes(IndexedPark park, string materialId, MaterialHazard hazard) => modes.GetOrAdd(
        (park, materialId, hazard), static key => [.. key.Park.Park.TransportModes.Where(mode => key.Hazard.AllowsMode(mode, key.MaterialId))]);

    private static double Reach(TransportMode mode) => (mode.MaxDistanceKm ?? double.PositiveInfinity) * 1000;

    private static HaulSearch Barred(string materialId, MaterialHazard hazard) => HaulSearch.None(PartnerReason.Hazard, () => hazard.IsHarmless
        ? $"No transport mode of the park carries {materialId}."
        : $"No transport mode is licensed for {materialId} ({string.Join(", ", hazard.Classes)}).");

    private static HaulSearch TooFar(double lengthM, TransportMode[] allowed) => HaulSearch.None(PartnerReason.Distance, () => string.Create(
        CultureInfo.InvariantCulture, $"The way is {lengthM / 1000:0.0} km; the modes that may carry it go {allowed.Max(Reach) / 1000:0.0} km at most."));

    private static GraphNode Geographic(SubjectPlace place) => new(0, "", false, null, null, place.LatitudeDegrees, place.LongitudeDegrees);
}
