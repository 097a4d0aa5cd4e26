using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from a table of streams, sent or written as CSV, to heat problems: one for each plant, in the order in which they first occur.</summary>
internal static class HeatTableReader
{
    public const string Root = "table";

    // The park's defaults too, so that one stream or level means the same in both kinds of input.
    private const double DefaultApproachK = 10;
    private const double HeaderApproachK = 5;

    // A heat and a heat capacity that differ by more contradict each other; less is rounding.
    private const double SameShare = 0.005;

    /// <summary>Name of the whole, and of the plant of streams that name none.</summary>
    public static string NameOf(V1.HeatTable table) => table.Name.Length > 0 ? table.Name : Root;

    /// <summary>Plant of a stream.</summary>
    public static string PlantOf(V1.HeatTableStream stream, V1.HeatTable table) => stream.Plant.Length > 0 ? stream.Plant : NameOf(table);

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="hasApproach">One approach for all streams takes the place of their own, so that none is missed.</param>
    public static Validated<IReadOnlyList<HeatProblem>> Read(V1.HeatTable table, bool hasApproach)
    {
        var broken = ProtoRules.Check(table, Root);
        var told = broken.Where(violation => violation.Severity == Severity.Error).Select(violation => violation.FieldPath).ToHashSet(StringComparer.Ordinal);
        var violations = new ViolationList();
        foreach (var violation in broken) violations.Add(violation);

        var levels = table.Utilities.Select((row, i) => Level(row, $"{Root}.utilities[{i}]", told, violations)).ToList();
        var streams = table.Streams.Select((row, i) => (Plant: PlantOf(row, table), Stream: Stream(row, $"{Root}.streams[{i}]", told, violations))).ToList();
        if (!hasApproach && table.Streams.Index().FirstOrDefault(row => !row.Item.HasApproachK) is { Item: not null } first)
        {
            violations.Warn(
                $"{Root}.streams[{first.Index}].approach_k",
                ViolationCodes.Required,
                $"Streams without an approach_k contribute {NumberText.Of(DefaultApproachK)} K; one minimum approach for all streams (min_approach_k, --min-approach) takes the place of all.");
        }

        var problems = streams.GroupBy(row => row.Plant).Select(plant => new HeatProblem
        {
            Id = plant.Key,
            Name = plant.Key,
            Streams = [.. plant.Select(row => row.Stream).OfType<ProcessStream>()],
            Utilities = [.. levels.OfType<UtilityLevel>()],
        }).ToList();
        return Validated<IReadOnlyList<HeatProblem>>.Create(problems, violations.Violations);
    }

    private static ProcessStream? Stream(V1.HeatTableStream row, string path, HashSet<string> told, ViolationList violations)
    {
        var hasTemperatures = !told.Contains($"{path}.supply_celsius") && !told.Contains($"{path}.target_celsius");
        var heat = HeatKw(row, path, hasTemperatures, told, violations);
        if (!hasTemperatures || heat is not { } heatKw || IsHot(row, path, heatKw, told, violations) is not { } isHot) return null;
        return new ProcessStream
        {
            Name = row.Name,
            IsHot = isHot,
            SupplyCelsius = row.SupplyCelsius,
            TargetCelsius = row.TargetCelsius,
            HeatKw = heatKw,
            ApproachK = row.HasApproachK ? row.ApproachK : DefaultApproachK,
        };
    }

    private static double? HeatKw(V1.HeatTableStream row, string path, bool hasTemperatures, HashSet<string> told, ViolationList violations)
    {
        var (heatPath, capacityPath) = ($"{path}.heat_kw", $"{path}.cp_kw_per_k");
        if (told.Contains(heatPath) || told.Contains(capacityPath)) return null;
        if (!row.HasCpKwPerK)
        {
            if (row.HasHeatKw) return row.HeatKw;
            violations.Error(heatPath, ViolationCodes.Required, "There is neither heat_kw nor cp_kw_per_k; give one of them.");
            return null;
        }

        if (!hasTemperatures) return null;
        var product = row.CpKwPerK * Math.Abs(row.SupplyCelsius - row.TargetCelsius);
        if (!row.HasHeatKw && product == 0 && row.CpKwPerK > 0)
        {
            violations.Error(capacityPath, ViolationCodes.OutOfRange, "A phase change at one temperature has no cp_kw_per_k; give its heat_kw.", $"{row.CpKwPerK:R}");
            return null;
        }

        if (row.HasHeatKw && product > 0 && Math.Abs(row.HeatKw - product) > SameShare * Math.Max(row.HeatKw, product))
        {
            violations.Error(
                capacityPath,
                ViolationCodes.OneofConflict,
                $"heat_kw is {NumberText.Of(row.HeatKw)}, but cp_kw_per_k over these temperatures gives {NumberText.Of(product)} kW. Leave one of them out.",
                $"{row.CpKwPerK:R}");
            return null;
        }

        return row.HasHeatKw ? row.HeatKw : product;
    }

    private static bool? IsHot(V1.HeatTableStream row, string path, double heatKw, HashSet<string> told, ViolationList violations)
    {
        var (supply, target) = (row.SupplyCelsius, row.TargetCelsius);
        bool? cools = supply > target ? true : supply < target ? false : null;
        if (row.Kind == V1.StreamKind.Unspecified)
        {
            if (cools is null && heatKw > 0)
                violations.Error($"{path}.target_celsius", ViolationCodes.StreamKindUndecidable, "The stream starts and ends at one temperature. Say by its kind whether it is hot (it condenses) or cold (it evaporates).", $"{target:R}");
            return cools ?? (heatKw > 0 ? null : false);
        }

        if (told.Contains($"{path}.kind")) return null;
        var isHot = row.Kind == V1.StreamKind.Hot;
        if (cools is null || cools == isHot) return isHot;
        violations.Error(
            $"{path}.kind",
            ViolationCodes.StreamKindContradicted,
            $"The stream is called {(isHot ? "hot but warms" : "cold but cools")} from {NumberText.Of(supply)} to {NumberText.Of(target)} deg C. Exchange the temperatures, or leave the kind out.",
            isHot ? "hot" : "cold");
        return null;
    }

    private static UtilityLevel? Level(V1.HeatTableUtility row, string path, HashSet<string> told, ViolationList violations)
    {
        if (told.Contains($"{path}.supply_celsius") || told.Contains($"{path}.target_celsius") || told.Contains($"{path}.role")) return null;
        var target = row.HasTargetCelsius ? row.TargetCelsius : row.SupplyCelsius;
        var role = (UtilityRole)((int)row.Role - 1);
        if ((role == UtilityRole.Hot && target > row.SupplyCelsius) || (role == UtilityRole.Cold && target < row.SupplyCelsius))
        {
            violations.Error(
                $"{path}.target_celsius",
                ViolationCodes.TemperatureOrder,
                role == UtilityRole.Hot ? "A hot utility gives its heat while it cools: exchange the temperatures." : "A cold utility takes heat while it warms: exchange the temperatures.",
                $"{target:R}");
            return null;
        }

        return new UtilityLevel
        {
            Name = row.Name,
            Role = role,
            HighCelsius = Math.Max(row.SupplyCelsius, target),
            LowCelsius = Math.Min(row.SupplyCelsius, target),
            ApproachK = row.HasApproachK ? row.ApproachK : role is UtilityRole.Both or UtilityRole.Generated ? HeaderApproachK : 0,
            PriceCnyPerKwh = row.HasPriceCnyPerKwh ? row.PriceCnyPerKwh : null,
            CapacityKw = row.HasCapacityKw ? row.CapacityKw : null,
            IsShared = true,
        };
    }
}
