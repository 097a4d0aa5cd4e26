using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>Lists all that gives or takes heat in a plant under a plan.</summary>
internal static class PlantHeat
{
    /// <summary>The elements, without those that stay at zero.</summary>
    public static List<CascadeElement> ElementsOf(AuditCase audited, Plant plant) =>
        [.. Streams(audited, plant)
            .Concat(Utilities(audited, plant))
            .Concat(ConverterPorts(audited, plant))
            .Concat(Storages(audited, plant))
            .Concat(Stations(audited, plant))
            .Where(element => element.Kw.Any(kw => kw != 0))];

    private static IEnumerable<CascadeElement> Streams(AuditCase audited, Plant plant)
    {
        foreach (var stream in plant.Streams)
        {
            var isHot = stream.Kind == StreamKind.Hot || (stream.Kind == StreamKind.Unspecified && stream.SupplyCelsius > stream.TargetCelsius);
            var kw = audited.Grid.Series(stream.HeatKw, stream.HeatProfileId);
            yield return Element(
                $"stream {stream.Id}", isHot, stream.SupplyCelsius, stream.TargetCelsius, stream.ApproachK ?? plant.DefaultApproachK, kw, isHot && !stream.MustCool, true);
        }
    }

    private static IEnumerable<CascadeElement> Utilities(AuditCase audited, Plant plant)
    {
        foreach (var utility in plant.HotUtilities)
        {
            yield return Element(
                $"hot utility {utility.Id}", true, utility.SupplyCelsius, utility.TargetCelsius ?? utility.SupplyCelsius, utility.ApproachK,
                audited.Series(plant.Id, $"hot_utility:{utility.Id}"));
        }

        foreach (var utility in plant.ColdUtilities)
        {
            yield return Element(
                $"cold utility {utility.Id}", false, utility.SupplyCelsius, utility.TargetCelsius ?? utility.SupplyCelsius, utility.ApproachK,
                audited.Series(plant.Id, $"cold_utility:{utility.Id}"));
        }
    }

    private static IEnumerable<CascadeElement> ConverterPorts(AuditCase audited, Plant plant)
    {
        foreach (var converter in plant.Converters)
        {
            foreach (var port in converter.Ports)
            {
                if (port.Heat is not { } heat)
                    continue;

                var name = $"{converter.Id}/{port.Id}";
                yield return Element(
                    $"converter port {name}", port.Direction == Direction.Out, heat.SupplyCelsius, heat.TargetCelsius, heat.ApproachK, audited.Series(plant.Id, $"port:{name}"));
            }
        }
    }

    private static IEnumerable<CascadeElement> Storages(AuditCase audited, Plant plant)
    {
        foreach (var storage in plant.Storages)
        {
            if (storage.Heat is not { } heat)
                continue;

            yield return Element(
                $"charging of {storage.Id}", false, heat.ReturnCelsius, heat.SupplyCelsius, heat.ApproachK, audited.Series(plant.Id, $"charge:{storage.Id}"));
            yield return Element(
                $"discharging of {storage.Id}", true, heat.SupplyCelsius, heat.ReturnCelsius, heat.ApproachK, audited.Series(plant.Id, $"discharge:{storage.Id}"));
        }
    }

    private static IEnumerable<CascadeElement> Stations(AuditCase audited, Plant plant)
    {
        foreach (var carrier in audited.Park.Carriers)
        {
            if (carrier.SupplyCelsius is not { } supply)
                continue;

            var back = carrier.Kind == CarrierKind.Steam ? supply : carrier.ReturnCelsius ?? supply;
            yield return Element($"generation of {carrier.Id}", false, back, supply, carrier.ApproachK, audited.Series(plant.Id, $"generate:{carrier.Id}"));
            yield return Element($"use of {carrier.Id}", true, supply, back, carrier.ApproachK, audited.Series(plant.Id, $"use:{carrier.Id}"));
        }
    }

    private static CascadeElement Element(
        string name, bool isHot, double startCelsius, double endCelsius, double approachK, double[] kw, bool isOptional = false, bool isOwnStream = false)
    {
        var shift = isHot ? -approachK : approachK;

        // Rounded, so that temperatures that are equal on paper are equal here: phase changes of equal temperature may exchange.
        var high = Math.Round(Math.Max(startCelsius, endCelsius) + shift, 9);
        var low = Math.Round(Math.Min(startCelsius, endCelsius) + shift, 9);
        return new CascadeElement(name, isHot, high, low, kw, isOptional, isOwnStream);
    }
}
