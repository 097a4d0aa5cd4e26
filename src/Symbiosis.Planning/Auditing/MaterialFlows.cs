using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Donor and receiver ports of a park and the shipments a plan makes between them.</summary>
internal sealed class MaterialFlows
{
    private const string SitePrefix = "site";
    private const string Prefix = "shipment:";

    private readonly AuditCase _case;
    private readonly List<string> _unknown = [];

    public MaterialFlows(AuditCase audited)
    {
        _case = audited;
        Donors = [.. audited.Park.Plants.SelectMany(DonorsOf)];
        Receivers = [.. audited.Park.Plants.SelectMany(ReceiversOf)];
        Shipments = [.. ReadShipments()];
    }

    /// <summary>Where materials leave.</summary>
    public IReadOnlyList<DonorPort> Donors { get; }

    /// <summary>Where materials enter.</summary>
    public IReadOnlyList<ReceiverPort> Receivers { get; }

    /// <summary>What moves between them.</summary>
    public IReadOnlyList<ShippedFlow> Shipments { get; }

    /// <summary>Shipments of the plan whose ends or mode the park does not know.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>What the stockpiles of a port give less what they take, t/h by period.</summary>
    public double[] NetOfStockpiles(Plant plant, string elementId)
    {
        var net = new double[_case.PeriodCount];
        foreach (var storage in plant.Storages.Where(storage => storage.OutletId == elementId || storage.InletId == elementId))
        {
            var charge = _case.Series(plant.Id, $"charge:{storage.Id}");
            var discharge = _case.Series(plant.Id, $"discharge:{storage.Id}");
            for (var t = 0; t < net.Length; t++)
                net[t] += discharge[t] - charge[t];
        }

        return net;
    }

    private IEnumerable<DonorPort> DonorsOf(Plant plant)
    {
        foreach (var outlet in plant.Outlets)
        {
            var material = MaterialOf(outlet.MaterialId);
            yield return new DonorPort(
                plant, outlet.Id, material, outlet.Composition.Count > 0 ? outlet.Composition : material.Composition,
                _case.Grid.Series(outlet.FlowTPerH, outlet.FlowProfileId), outlet.DisposalCnyPerT, outlet.DisposalCo2KgPerT, outlet.NoDisposal, outlet.HandlingCnyPerT);
        }

        foreach (var (converter, port, made) in MaterialPorts(plant, Direction.Out))
        {
            var material = MaterialOf(made.MaterialId);
            yield return new DonorPort(
                plant, $"{converter.Id}/{port.Id}", material, made.Composition.Count > 0 ? made.Composition : material.Composition,
                _case.Series(plant.Id, $"port:{converter.Id}/{port.Id}"), made.DisposalCnyPerT, made.DisposalCo2KgPerT, false, 0);
        }
    }

    private IEnumerable<ReceiverPort> ReceiversOf(Plant plant)
    {
        foreach (var inlet in plant.Inlets)
        {
            yield return new ReceiverPort(
                plant, inlet.Id, inlet.Accepts, inlet.Purchases, inlet.Limits, inlet.MinLotTPerH, _case.Grid.Series(inlet.FlowTPerH, inlet.FlowProfileId), inlet.Required);
        }

        foreach (var (converter, port, taken) in MaterialPorts(plant, Direction.In))
        {
            var own = taken.Accepts.Any(acceptance => acceptance.MaterialId == taken.MaterialId) ? [] : new[] { new Acceptance { MaterialId = taken.MaterialId } };
            yield return new ReceiverPort(
                plant, $"{converter.Id}/{port.Id}", [.. own, .. taken.Accepts], taken.Purchases, taken.Limits, taken.MinLotTPerH,
                _case.Series(plant.Id, $"port:{converter.Id}/{port.Id}"), true);
        }
    }

    private static IEnumerable<(Converter Converter, Port Port, PortMaterial Material)> MaterialPorts(Plant plant, Direction direction) =>
        from converter in plant.Converters
        from port in converter.Ports
        where port.Material is not null && (port.Direction == Direction.Out) == (direction == Direction.Out)
        select (converter, port, port.Material);

    private Material MaterialOf(string materialId) => _case.Park.Materials.First(material => material.Id == materialId);

    private IEnumerable<ShippedFlow> ReadShipments()
    {
        var donors = Donors.ToDictionary(port => $"{port.Plant.Id}/{port.ElementId}");
        var receivers = Receivers.ToDictionary(port => $"{port.Plant.Id}/{port.ElementId}");
        foreach (var series in _case.Plan.Operation)
        {
            if (series.Quantity is not { } quantity || !quantity.StartsWith(Prefix, StringComparison.Ordinal))
                continue;

            // Ids hold neither '>' nor ':', so both split the name without doubt.
            var parts = quantity[Prefix.Length..].Split('>', ':');
            var mode = parts.Length == 3 ? _case.Park.TransportModes.FirstOrDefault(candidate => candidate.Id == parts[2]) : null;
            if (parts.Length != 3 || !donors.TryGetValue(parts[0], out var from) || !receivers.TryGetValue(parts[1], out var to)
                || (mode is null && parts[2] != SitePrefix))
            {
                _unknown.Add(quantity);
                continue;
            }

            yield return Shipment(quantity[Prefix.Length..], from, to, mode);
        }
    }

    private ShippedFlow Shipment(string name, DonorPort from, ReceiverPort to, TransportMode? mode)
    {
        var start = _case.Graph.NodeIndex(from.Plant.SiteId);
        var end = _case.Graph.NodeIndex(to.Plant.SiteId);
        var lengthM = _case.Graph.From(start, corridor => !corridor.Corridor.NoTransport).Distance(end);
        var isContract = from.Plant != to.Plant && _case.Park.Contracts.Any(contract =>
            contract.FromPlantId == from.Plant.Id && contract.ToPlantId == to.Plant.Id && contract.MaterialId == from.Material.Id && _case.Stands(null, contract.LastYear));
        return new ShippedFlow(
            name, from, to, to.Accepts.FirstOrDefault(acceptance => acceptance.MaterialId == from.Material.Id), mode, lengthM,
            _case.Series(null, $"{Prefix}{name}"), isContract);
    }
}
