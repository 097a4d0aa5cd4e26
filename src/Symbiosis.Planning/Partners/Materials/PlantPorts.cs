using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Subjects;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Where materials leave and enter a plant as it is seen. A converter that stands and can buy all its materials gives and takes like an outlet
/// and an inlet; one that depends on what it is brought, and one that could be built, is a treatment.
/// </summary>
internal sealed class PlantPorts
{
    private readonly IndexedPark park;
    private readonly IndexedPlant view;
    private readonly SubjectPlace place;
    private readonly SeriesBook series;

    private PlantPorts(IndexedPark park, IndexedPlant view, SeriesBook series)
    {
        this.park = park;
        this.series = series;
        this.view = view;
        var node = park.Graph.Nodes[view.Node];
        place = new SubjectPlace(park, view.Node, 0, node.LatitudeDegrees, node.LongitudeDegrees);
    }

    /// <summary>Donors.</summary>
    public List<MaterialDonor> Donors { get; } = [];

    /// <summary>Receivers.</summary>
    public List<MaterialReceiver> Receivers { get; } = [];

    /// <summary>Treatments.</summary>
    public List<MaterialTreatment> Treatments { get; } = [];

    /// <summary>Reads a plant.</summary>
    public static PlantPorts Of(IndexedPark park, IndexedPlant view, SeriesBook series, TypicalValues typical)
    {
        var ports = new PlantPorts(park, view, series);
        ports.Donors.AddRange(view.Plant.Outlets.Select(ports.Donor));
        ports.Receivers.AddRange(view.Plant.Inlets.Select(ports.Receiver));
        foreach (var converter in view.Plant.Converters)
            ports.AddConverter(converter, typical);
        return ports;
    }

    /// <summary>Whether a converter runs without material from the park: it stands, and all its materials can be bought.</summary>
    public static bool RunsAlone(Converter converter) =>
        converter.ExistingSizeKw > 0 && converter.Ports.All(port => port.Direction == Direction.Out || port.Material is null or { Purchases.Count: > 0 });

    /// <summary>Size of a converter with what may still be built; infinite where nothing limits it.</summary>
    public static double LargestSize(Converter converter)
    {
        if (converter.Investment is not { } law)
            return converter.ExistingSizeKw;

        var most = law.MaxSizeKw ?? double.PositiveInfinity;
        return converter.ExistingSizeKw + (law.Points.Count > 0 ? Math.Min(most, law.Points[^1].SizeKw) : most);
    }

    private MaterialDonor Donor(Outlet outlet)
    {
        var material = park.Materials.GetValueOrDefault(outlet.MaterialId);
        return new MaterialDonor
        {
            Place = place,
            View = view,
            PlantId = view.Plant.Id,
            ElementId = outlet.Id,
            MaterialId = outlet.MaterialId,
            Hazard = MaterialHazard.Of(material),
            Composition = outlet.Composition.Count > 0 ? outlet.Composition : material?.Composition ?? [],
            Flow = series.Of(outlet.FlowTPerH, outlet.FlowProfileId),
            DisposalCnyPerT = outlet.DisposalCnyPerT,
            DisposalCo2KgPerT = outlet.DisposalCo2KgPerT,
            HandlingCnyPerT = outlet.HandlingCnyPerT,
            Quality = FigureQuality.Of([.. outlet.Provenance, .. material?.Provenance ?? []], view.Plant),
        };
    }

    private MaterialReceiver Receiver(Inlet inlet) => new()
    {
        Place = place,
        View = view,
        PlantId = view.Plant.Id,
        ElementId = inlet.Id,
        Accepts = inlet.Accepts,
        Purchases = inlet.Purchases,
        PricesCnyPerT = [.. inlet.Purchases.Select(Prices)],
        Limits = inlet.Limits,
        MinLotTPerH = inlet.MinLotTPerH,
        Need = series.Of(inlet.FlowTPerH, inlet.FlowProfileId),
        Required = inlet.Required,
        Quality = FigureQuality.Of(inlet.Provenance, view.Plant),
    };

    private double[] Prices(Purchase purchase) => series.Of(purchase.PriceCnyPerT, purchase.PriceProfileId);

    private void AddConverter(Converter converter, TypicalValues typical)
    {
        if (!converter.Ports.Any(port => port.Material is not null))
            return;

        if (RunsAlone(converter))
        {
            var availability = series.Of(converter.ExistingSizeKw, converter.AvailabilityProfileId);
            foreach (var port in converter.Ports)
            {
                if (port.Material is { } material && port.Direction == Direction.In)
                    Receivers.Add(Intake(converter, port, material, Times(availability, port)) with { Required = true });
                else if (port.Material is { } made)
                    Donors.Add(Product(converter, port, made, Times(availability, port)));
            }

            return;
        }

        var size = LargestSize(converter);
        if (size <= 0)
            return;
        foreach (var port in converter.Ports.Where(port => port is { Direction: Direction.In, Material: not null, Ratio: > 0 }))
            Treatments.Add(Treatment(converter, port, size, typical));
    }

    private MaterialTreatment Treatment(Converter converter, Port port, double size, TypicalValues typical)
    {
        var availability = series.Of(1, converter.AvailabilityProfileId);
        var activityPerT = 1 / port.Ratio;
        var inputs = ConverterInputs.Of(park, view.Plant, converter, port, typical);
        double[] capacity = [.. availability.Select(share => share > 0 ? share * size / activityPerT : 0)];
        return new MaterialTreatment
        {
            Intake = Intake(converter, port, port.Material!, capacity),
            Converter = converter,
            ActivityPerT = activityPerT,
            Availability = availability,
            Products = [.. converter.Ports.Where(made => made is { Direction: Direction.Out, Material: not null }).Select(made => Made(made, activityPerT))],
            RunningCnyPerT = inputs.Cny * activityPerT,
            RunningCo2KgPerT = inputs.Co2Kg * activityPerT,
            LeftOut = inputs.LeftOut,
        };
    }

    private TreatmentProduct Made(Port port, double activityPerT)
    {
        var made = port.Material!;
        var material = park.Materials.GetValueOrDefault(made.MaterialId);
        return new TreatmentProduct(
            port.Id, made.MaterialId, MaterialHazard.Of(material), made.Composition.Count > 0 ? made.Composition : material?.Composition ?? [],
            port.Ratio * activityPerT, made.DisposalCnyPerT, made.DisposalCo2KgPerT);
    }

    private MaterialReceiver Intake(Converter converter, Port port, PortMaterial material, double[] need) => new()
    {
        Place = place,
        View = view,
        PlantId = view.Plant.Id,
        ElementId = $"{converter.Id}/{port.Id}",
        Accepts = material.Accepts.Any(acceptance => acceptance.MaterialId == material.MaterialId)
            ? material.Accepts
            : [new Acceptance { MaterialId = material.MaterialId }, .. material.Accepts],
        Purchases = material.Purchases,
        PricesCnyPerT = [.. material.Purchases.Select(Prices)],
        Limits = material.Limits,
        MinLotTPerH = material.MinLotTPerH,
        Need = need,
        Quality = FigureQuality.Of([.. converter.Provenance, .. converter.Investment?.Provenance ?? []], view.Plant),
    };

    private MaterialDonor Product(Converter converter, Port port, PortMaterial made, double[] flow)
    {
        var material = park.Materials.GetValueOrDefault(made.MaterialId);
        return new MaterialDonor
        {
            Place = place,
            View = view,
            PlantId = view.Plant.Id,
            ElementId = $"{converter.Id}/{port.Id}",
            MaterialId = made.MaterialId,
            Hazard = MaterialHazard.Of(material),
            Composition = made.Composition.Count > 0 ? made.Composition : material?.Composition ?? [],
            Flow = flow,
            DisposalCnyPerT = made.DisposalCnyPerT,
            DisposalCo2KgPerT = made.DisposalCo2KgPerT,
            Quality = FigureQuality.Of([.. converter.Provenance, .. material?.Provenance ?? []], view.Plant),
        };
    }

    private double[] Times(double[] activity, Port port)
    {
        var ratio = series.Of(port.Ratio, port.RatioProfileId);
        return [.. activity.Select((value, t) => value * ratio[t])];
    }
}
