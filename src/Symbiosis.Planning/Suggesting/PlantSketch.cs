using System.Globalization;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Suggesting;

/// <summary>Makes a plant of suggested flows: streams, outlets, inlets and a hot utility that heats what is cold. It refers to nothing but its own materials and sources.</summary>
internal sealed class PlantSketch(TypicalValues typical, MaterialLinks links)
{
    private const string DefaultSiteId = "site";
    private const double UtilityLiftK = 20;

    private static readonly Dictionary<string, Sector> Sectors = new()
    {
        ["copper"] = Sector.Copper,
        ["tungsten"] = Sector.Tungsten,
        ["rare_earth"] = Sector.RareEarth,
        ["aluminium"] = Sector.Aluminium,
        ["steel"] = Sector.Steel,
        ["chemicals"] = Sector.Chemicals,
        ["building_materials"] = Sector.BuildingMaterials,
        ["buildings"] = Sector.Buildings,
        ["agri_food"] = Sector.LightIndustry,
        ["light_industry"] = Sector.LightIndustry,
    };

    /// <summary>Id of the element that a figure becomes.</summary>
    public static string ElementId(string figureName) => figureName.Replace('_', '-');

    /// <summary>The plant.</summary>
    public Plant Draw(CatalogueEntry process, StreamQuestion question, IReadOnlyList<SuggestedFlow> flows)
    {
        var placed = flows.Where(flow => flow.ElementId is not null).ToList();
        return new Plant
        {
            Id = ElementId(process.Id),
            Name = process.Name,
            NameZh = process.NameZh,
            SiteId = question.SiteId ?? DefaultSiteId,
            Sector = Sectors.GetValueOrDefault(process.Group ?? "", Sector.Other),
            Streams = [.. placed.Where(flow => flow.SupplyCelsius is not null).Select(Stream)],
            HotUtilities = Utilities(placed),
            Outlets = [.. placed.Where(flow => flow.Kind == SuggestedFlowKind.ByProduct).Select(Outlet)],
            Inlets = [.. placed.Where(flow => flow.Kind == SuggestedFlowKind.Input).Select(flow => Inlet(flow, process.Id))],
            Provenance =
            [
                new Provenance
                {
                    Quality = Quality.Estimate,
                    Note = string.Create(CultureInfo.InvariantCulture, $"typical figures of catalogue/process/{process.Id} for {question.TonnesPerYear:0.##} t/a; replace them by the plant's own"),
                },
            ],
        };
    }

    private HeatStream Stream(SuggestedFlow flow)
    {
        var (supply, back) = (flow.SupplyCelsius!.Value, flow.ReturnCelsius!.Value);
        var isHot = flow.Kind == SuggestedFlowKind.HotStream;
        return new HeatStream
        {
            Id = flow.ElementId!,
            Name = NameOf(flow),
            Kind = isHot ? StreamKind.Hot : StreamKind.Cold,
            SupplyCelsius = isHot ? supply : back,
            TargetCelsius = isHot ? back : supply,
            HeatKw = Math.Round(flow.Value.Typical, 1),
            ApproachK = typical.ApproachK(supply).Typical,
            Provenance = ProvenanceOf(flow),
        };
    }

    private List<HotUtility> Utilities(List<SuggestedFlow> placed)
    {
        var cold = placed.Where(flow => flow.Kind == SuggestedFlowKind.ColdStream).ToList();
        if (cold.Count == 0)
            return [];
        var hottest = cold.Max(flow => flow.SupplyCelsius!.Value);
        var (price, co2) = (typical.HeatPriceCnyPerKwh(hottest), typical.HeatCo2KgPerKwh());
        return
        [
            new HotUtility
            {
                Id = "heat-today",
                Name = "What heats today",
                SupplyCelsius = hottest + UtilityLiftK + typical.ApproachK(hottest).Typical,
                PriceCnyPerKwh = Math.Round(price.Typical, 4),
                Co2KgPerKwh = Math.Round(co2.Typical, 4),
                Provenance = [Of("price_cny_per_kwh", price), Of("co2_kg_per_kwh", co2)],
            },
        ];
    }

    private Outlet Outlet(SuggestedFlow flow)
    {
        var (disposal, price) = (typical.DisposalCnyPerT(flow.MaterialId!), typical.MaterialPriceCnyPerT(flow.MaterialId!));
        var provenance = ProvenanceOf(flow);
        if ((disposal ?? price) is { } known)
            provenance.Add(Of("disposal_cny_per_t", known));
        return new Outlet
        {
            Id = flow.ElementId!,
            Name = NameOf(flow),
            MaterialId = MaterialLinks.ParkId(flow.MaterialId!),
            FlowTPerH = RoundedTonnes(flow.Value.Typical),

            // What has a price and no cost of disposal is sold outside today.
            DisposalCnyPerT = Math.Round(disposal?.Typical ?? -price?.Typical ?? 0, 1),
            Provenance = provenance,
        };
    }

    private Inlet Inlet(SuggestedFlow flow, string processId)
    {
        var price = typical.MaterialPriceCnyPerT(flow.MaterialId!);
        var provenance = ProvenanceOf(flow);
        if (price is not null)
            provenance.Add(Of("purchases", price));
        return new Inlet
        {
            Id = flow.ElementId!,
            Name = NameOf(flow),
            FlowTPerH = RoundedTonnes(flow.Value.Typical),

            // Without a price there is nothing to buy, and a need that must be met could not be.
            Required = price is not null,
            Accepts = [.. links.AcceptedFor(flow.MaterialId!, processId).Select(id => new Acceptance { MaterialId = MaterialLinks.ParkId(id) })],
            Purchases = price is null ? [] : [new Purchase { Id = "bought", Name = NameOf(flow), PriceCnyPerT = Math.Round(price.Typical, 1) }],
            Provenance = provenance,
        };
    }

    private static string NameOf(SuggestedFlow flow) => char.ToUpperInvariant(flow.FigureName[0]) + flow.FigureName[1..].Replace('_', ' ');

    // Ten grams an hour and below are still a flow.
    private static double RoundedTonnes(double tonnesPerHour) => tonnesPerHour >= 0.01 ? Math.Round(tonnesPerHour, 4) : tonnesPerHour;

    private static List<Provenance> ProvenanceOf(SuggestedFlow flow) =>
    [
        new Provenance
        {
            Quality = flow.Quality,
            SourceIds = flow.SourceIds,
            Note = string.Create(CultureInfo.InvariantCulture, $"{flow.Value.Low:#,0.##}-{flow.Value.High:#,0.##} {flow.Unit}: {flow.Note}"),
        },
    ];

    private static Provenance Of(string field, TypicalFigure figure) => new() { Field = field, Quality = figure.Quality, Note = figure.Note };
}
