using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Subjects;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Makes trades from what is asked about.</summary>
internal sealed class MaterialTradeReader(IReadOnlyList<IndexedPark> parks, TypicalValues typical)
{
    private const double HoursPerYear = 8760;

    /// <summary>All that a plant offers or needs, one trade an element: outlets, inlets, material ports of converters that stand or can be built.</summary>
    public IReadOnlyList<MaterialTrade> OfPlant(IndexedPark home, IndexedPlant plant, PartnerSide side)
    {
        var direction = side == PartnerSide.Offer ? Direction.Out : Direction.In;
        var own = side == PartnerSide.Offer ? plant.Plant.Outlets.Select(outlet => outlet.Id) : plant.Plant.Inlets.Select(inlet => inlet.Id);
        var ports = plant.Plant.Converters.SelectMany(converter => converter.Ports
            .Where(port => port.Material is not null && port.Direction == direction).Select(port => $"{converter.Id}/{port.Id}"));
        return [.. own.Concat(ports).Select(elementId => OfElement(home, plant, elementId)).OfType<MaterialTrade>()];
    }

    /// <summary>An element of a park.</summary>
    /// <param name="home">Park.</param>
    /// <param name="plant">Plant as it is seen.</param>
    /// <param name="elementId">Outlet, inlet or "converter/port".</param>
    /// <returns>The trade; null: the plant has no such element that gives or takes material.</returns>
    public MaterialTrade? OfElement(IndexedPark home, IndexedPlant plant, string elementId)
    {
        var node = home.Graph.Nodes[plant.Node];
        var place = new SubjectPlace(home, plant.Node, 0, node.LatitudeDegrees, node.LongitudeDegrees);
        if (plant.Plant.Outlets.FirstOrDefault(outlet => outlet.Id == elementId) is { } offered)
            return OfOutlet(place, plant, elementId, Said(offered, home, plant), home.Grid.Series(offered.FlowTPerH, offered.FlowProfileId), []);
        if (plant.Plant.Inlets.FirstOrDefault(inlet => inlet.Id == elementId) is { } needed)
            return OfInlet(place, plant, elementId, needed with { Provenance = Said(needed.Provenance, plant) }, home.Grid.Series(needed.FlowTPerH, needed.FlowProfileId), null, []);

        foreach (var converter in plant.Plant.Converters)
        {
            if (converter.Ports.FirstOrDefault(port => port.Material is not null && $"{converter.Id}/{port.Id}" == elementId) is { } port)
                return OfPort(place, plant, converter, port);
        }

        return null;
    }

    /// <summary>A material from few numbers; what is left out is filled in and noted.</summary>
    public MaterialTrade OfSubject(MaterialSubject subject, PartnerSide side, SubjectPlace place)
    {
        var filled = new List<FilledValue>();
        var known = place.Home.Materials.GetValueOrDefault(subject.MaterialId)
            ?? parks.Select(park => park.Materials.GetValueOrDefault(subject.MaterialId)).FirstOrDefault(material => material is not null);
        var composition = CompositionOf(subject, known, filled);
        var material = (known ?? new Material { Id = subject.MaterialId }) with { Composition = composition };
        if (subject.Hazard != HazardClass.Unspecified && !IsHarmless(subject.Hazard))
            material = material with { Hazard = subject.Hazard };
        if (known is null && subject.Hazard == HazardClass.Unspecified)
            filled.Add(Fill("material.hazard", "none", "", Quality.Estimate, "No park knows the material and no hazard class was given; none is assumed."));

        var flow = new SubjectFlow(subject.FlowTPerH, DayOf(subject, filled));
        var provenance = filled.Select(value => new Provenance { Field = value.Field, Quality = value.Quality }).ToList();
        if (side == PartnerSide.Offer)
        {
            return new MaterialTrade
            {
                Side = side,
                Place = place,
                Flow = flow,
                Material = material,
                Outlet = new Outlet
                {
                    Id = subject.MaterialId,
                    MaterialId = subject.MaterialId,
                    FlowTPerH = subject.FlowTPerH,
                    Composition = composition,
                    DisposalCnyPerT = subject.DisposalCnyPerT ?? Fill(filled, "material.disposal_cny_per_t", typical.DisposalCnyPerT(subject.MaterialId)),
                    Provenance = provenance,
                },
                Filled = filled,
            };
        }

        return new MaterialTrade
        {
            Side = side,
            Place = place,
            Flow = flow,
            Material = material,
            Inlet = new Inlet
            {
                Id = subject.MaterialId,
                FlowTPerH = subject.FlowTPerH,
                Required = true,
                Accepts = [new Acceptance { MaterialId = subject.MaterialId }],
                Purchases =
                [
                    new Purchase
                    {
                        Id = subject.MaterialId,
                        PriceCnyPerT = subject.PriceCnyPerT ?? Fill(filled, "material.price_cny_per_t", typical.MaterialPriceCnyPerT(subject.MaterialId)),
                        Composition = composition,
                    },
                ],
                Limits = subject.Limits,
                Provenance = provenance,
            },
            Filled = filled,
        };
    }

    private MaterialTrade OfPort(SubjectPlace place, IndexedPlant plant, Converter converter, Port port)
    {
        var (home, made, filled) = (place.Home, port.Material!, new List<FilledValue>());
        var elementId = $"{converter.Id}/{port.Id}";
        var size = converter.ExistingSizeKw;
        if (size <= 0)
        {
            size = PlantPorts.LargestSize(converter);
            if (double.IsInfinity(size))
                size = UsefulSize(home, port);
            filled.Add(Fill(
                "element.flow_t_per_h", (size * port.Ratio).ToString("0.###", CultureInfo.InvariantCulture), "t/h", Quality.Estimate,
                $"{converter.Id} does not stand yet; this is the largest flow at {port.Id} if it is built."));
        }

        var ratio = home.Grid.Series(port.Ratio, port.RatioProfileId);
        double[] flow = [.. home.Grid.Series(size, converter.AvailabilityProfileId).Select((activity, t) => activity * ratio[t])];
        var provenance = Said(converter.Provenance, plant);
        if (port.Direction == Direction.Out)
        {
            var outlet = new Outlet
            {
                Id = elementId,
                MaterialId = made.MaterialId,
                FlowTPerH = size * port.Ratio,
                Composition = made.Composition,
                DisposalCnyPerT = made.DisposalCnyPerT,
                DisposalCo2KgPerT = made.DisposalCo2KgPerT,
                Provenance = provenance,
            };
            return OfOutlet(place, plant, elementId, outlet, flow, filled);
        }

        var treatment = PlantPorts.Of(home, plant, new SeriesBook(home.Grid), typical).Treatments.FirstOrDefault(candidate => candidate.Intake.ElementId == elementId);
        var inlet = new Inlet
        {
            Id = elementId,
            FlowTPerH = size * port.Ratio,
            Required = treatment is null,
            Accepts = made.Accepts.Any(terms => terms.MaterialId == made.MaterialId) ? made.Accepts : [new Acceptance { MaterialId = made.MaterialId }, .. made.Accepts],
            Purchases = made.Purchases,
            Limits = made.Limits,
            MinLotTPerH = made.MinLotTPerH,
            Provenance = provenance,
        };
        return OfInlet(place, plant, elementId, inlet, flow, treatment, filled);
    }

    private static MaterialTrade OfOutlet(SubjectPlace place, IndexedPlant plant, string elementId, Outlet outlet, double[] flow, IReadOnlyList<FilledValue> filled) => new()
    {
        Side = PartnerSide.Offer,
        Place = place,
        PlantId = plant.Plant.Id,
        ElementId = elementId,
        Flow = new SubjectFlow(place.Home, flow),
        Outlet = outlet,
        Material = place.Home.Materials.GetValueOrDefault(outlet.MaterialId),
        Filled = filled,
    };

    private static MaterialTrade OfInlet(
        SubjectPlace place, IndexedPlant plant, string elementId, Inlet inlet, double[] flow, MaterialTreatment? treatment, IReadOnlyList<FilledValue> filled) => new()
        {
            Side = PartnerSide.Need,
            Place = place,
            PlantId = plant.Plant.Id,
            ElementId = elementId,
            Flow = new SubjectFlow(place.Home, flow),
            Inlet = inlet,
            Treatment = treatment,
            Filled = filled,
        };

    // What the park's outlets could bring it is the most that is of use. Only those that everybody sees count, whoever asks.
    private static double UsefulSize(IndexedPark home, Port port) => port.Ratio > 0
        ? home.Views.Where(view => view.Plant.Visibility is Visibility.Unspecified or Visibility.Public).SelectMany(view => view.Plant.Outlets)
            .Where(outlet => outlet.MaterialId == port.Material!.MaterialId).Sum(outlet => outlet.FlowTPerH) / port.Ratio
        : 0;

    private static Outlet Said(Outlet outlet, IndexedPark home, IndexedPlant plant) => outlet with
    {
        Provenance = Said([.. outlet.Provenance, .. home.Materials.GetValueOrDefault(outlet.MaterialId)?.Provenance ?? []], plant),
    };

    private static IReadOnlyList<Provenance> Said(IReadOnlyList<Provenance> element, IndexedPlant plant) => [new Provenance { Quality = FigureQuality.Of(element, plant.Plant) }];

    private IReadOnlyList<double> DayOf(MaterialSubject subject, List<FilledValue> filled)
    {
        if (subject.DayProfile.Count == 0)
        {
            var hours = subject.HoursPerYear;
            if (hours is null)
            {
                var figure = typical.HoursPerYear();
                filled.Add(Fill("material.hours_per_year", figure.Typical.ToString("0", CultureInfo.InvariantCulture), figure.Unit, figure.Quality, figure.Note));
                hours = figure.Typical;
            }

            filled.Add(Fill("material.day_profile", "typical", "", Quality.Estimate, "Typical shape of the day for these hours."));
            return typical.DayShape(hours.Value);
        }

        var mean = subject.DayProfile.Average();
        var share = subject.HoursPerYear is { } run && mean > 0 ? Math.Min(1, run / (HoursPerYear * mean)) : 1;
        return [.. subject.DayProfile.Select(factor => factor * share)];
    }

    private static IReadOnlyList<Content> CompositionOf(MaterialSubject subject, Material? known, List<FilledValue> filled)
    {
        if (subject.Composition.Count > 0)
            return subject.Composition;

        var composition = known?.Composition ?? [];
        filled.Add(composition.Count > 0
            ? Fill("material.composition", "the park's", "", FigureQuality.Of(known!.Provenance, null), $"The park's composition of {subject.MaterialId}.")
            : Fill("material.composition", "none", "", Quality.Estimate, "No composition is known; every component counts as 0, so limits on the blend may be passed wrongly."));
        return composition;
    }

    private static double Fill(List<FilledValue> filled, string field, TypicalFigure? figure)
    {
        filled.Add(figure is null
            ? Fill(field, "0", "CNY/t", Quality.Estimate, "The catalogue has no figure; 0 was taken.")
            : Fill(field, figure.Typical.ToString("0.####", CultureInfo.InvariantCulture), figure.Unit, figure.Quality, figure.Note));
        return figure?.Typical ?? 0;
    }

    private static bool IsHarmless(HazardClass hazard) => hazard is HazardClass.Unspecified or HazardClass.None or HazardClass.GeneralWaste;

    private static FilledValue Fill(string field, string value, string unit, Quality quality, string note) => new() { Field = field, Value = value, Unit = unit, Quality = quality, Note = note };
}
