using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Converters: reference port, directions, ratios, trade-offs.</summary>
internal static class ConverterChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, converter) in Places.Of($"{path}.converters", plant.Converters))
            {
                var ports = Places.ById(converter.Ports, port => port.Id);
                CheckReference(at, converter, ports, violations);
                UtilityChecks.CheckYears(at, converter.FirstYear, converter.LastYear, violations);
                foreach (var (portAt, port) in Places.Of($"{at}.ports", converter.Ports)) CheckPort(portAt, port, ports, violations);
                CheckCycle(at, converter, ports, violations);
            }
        }
    }

    private static bool IsVariable(Port port) => port.MinRatio is not null || port.MaxRatio is not null;

    private static void CheckReference(string path, Converter converter, Dictionary<string, Port> ports, ViolationList violations)
    {
        if (!ports.TryGetValue(converter.ReferencePortId, out var port))
        {
            var question = NearestName.Question(converter.ReferencePortId, ports.Keys);
            violations.Error($"{path}.reference_port_id", ViolationCodes.UnknownId, $"Converter '{converter.Id}' has no port '{converter.ReferencePortId}'.{question}", converter.ReferencePortId);
            return;
        }

        var isFixed = !IsVariable(port) && port.RatioProfileId is null && port.TradeOffs.Count == 0;
        if (port.Ratio == 1 && isFixed) return;
        var sentence = $"Port '{port.Id}' is the reference of converter '{converter.Id}': its ratio must be 1, without profile, range and trade-offs. Divide the other ratios by its own.";
        violations.Error($"{path}.reference_port_id", ViolationCodes.ReferencePort, sentence, NumberText.Of(port.Ratio));
    }

    private static void CheckPort(string path, Port port, Dictionary<string, Port> ports, ViolationList violations)
    {
        if (port.FuelId is not null && port.Direction == Direction.Out)
            violations.Error($"{path}.direction", ViolationCodes.PortDirection, $"Port '{port.Id}' lets a fuel out; fuels only go in. What is made and passed on is a carrier.", port.Id);
        if (port.Heat is { } heat) CheckHeat(path, port, heat, violations);
        if (port.Material is { } material) CheckMaterial(path, port, material, violations);

        if ((port.MinRatio ?? port.Ratio) > (port.MaxRatio ?? port.Ratio))
        {
            var sentence = $"Port '{port.Id}' may vary from {NumberText.Of(port.MinRatio ?? port.Ratio)} to {NumberText.Of(port.MaxRatio ?? port.Ratio)}; the smallest ratio is above the largest (either is the ratio where absent).";
            violations.Error($"{path}.max_ratio", ViolationCodes.RatioRange, sentence, NumberText.Of(port.MaxRatio ?? port.Ratio));
        }

        foreach (var (at, trade) in Places.Of($"{path}.trade_offs", port.TradeOffs))
        {
            if (trade.PortId == port.Id)
                violations.Error($"{at}.port_id", ViolationCodes.TradeOff, $"Port '{port.Id}' cannot be traded against itself.", trade.PortId);
            else if (!ports.TryGetValue(trade.PortId, out var other))
                violations.Error($"{at}.port_id", ViolationCodes.UnknownId, $"There is no port '{trade.PortId}' in this converter.{NearestName.Question(trade.PortId, ports.Keys)}", trade.PortId);
            else if (!IsVariable(other))
                violations.Error($"{at}.port_id", ViolationCodes.TradeOff, $"Port '{trade.PortId}' has a fixed ratio, so nothing is traded against it. Give it min_ratio or max_ratio.", trade.PortId);
        }
    }

    private static void CheckHeat(string path, Port port, PortHeat heat, ViolationList violations)
    {
        var isWrong = port.Direction == Direction.Out ? heat.TargetCelsius > heat.SupplyCelsius : heat.TargetCelsius < heat.SupplyCelsius;
        if (!isWrong || port.Direction == Direction.Unspecified) return;
        var way = port.Direction == Direction.Out ? "gives heat and cannot end hotter" : "takes heat and cannot end colder";
        violations.Error($"{path}.heat.target_celsius", ViolationCodes.TemperatureOrder, $"Port '{port.Id}' {way} than it starts.", NumberText.Of(heat.TargetCelsius));
    }

    private static void CheckMaterial(string path, Port port, PortMaterial material, ViolationList violations)
    {
        var intake = material.Accepts.Count > 0 || material.Purchases.Count > 0 || material.Limits.Count > 0 || material.MinLotTPerH > 0;
        if (port.Direction == Direction.Out && intake)
            violations.Error($"{path}.material", ViolationCodes.PortDirection, $"Port '{port.Id}' lets a material out; accepts, purchases, limits and min_lot_t_per_h belong to ports that take one in.", port.Id);

        var output = material.Composition.Count > 0 || material.DisposalCnyPerT != 0 || material.DisposalCo2KgPerT != 0;
        if (port.Direction == Direction.In && output)
            violations.Error($"{path}.material", ViolationCodes.PortDirection, $"Port '{port.Id}' takes a material in; composition and disposal belong to ports that let one out.", port.Id);
    }

    private static void CheckCycle(string path, Converter converter, Dictionary<string, Port> ports, ViolationList violations)
    {
        // Ports are struck off while they refer only to struck ones; what is left refers in a circle.
        var open = ports.Values.ToList();
        var closed = new HashSet<string>(StringComparer.Ordinal);
        while (open.RemoveAll(port => port.TradeOffs.All(trade => trade.PortId == port.Id || !ports.ContainsKey(trade.PortId) || closed.Contains(trade.PortId)) && closed.Add(port.Id)) > 0)
        {
        }

        if (open.Count == 0) return;
        var names = string.Join(", ", open.Select(port => $"'{port.Id}'"));
        violations.Error($"{path}.ports", ViolationCodes.TradeOffCycle, $"The trade-offs of converter '{converter.Id}' go in a circle through {names}; what one port costs another must be one way.", converter.Id);
    }
}
