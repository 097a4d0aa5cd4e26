using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>
/// Heat streams: hot or cold, and whether anything could be hot or cold enough. A stream to be cooled below every sink is the
/// trap of the published cascade models: the whole park is infeasible, and no solver says which stream is to blame.
/// </summary>
internal static class StreamChecks
{
    private const double ToleranceK = 1e-6;

    /// <summary>Hot or cold; null where it cannot be decided.</summary>
    public static StreamKind? KindOf(HeatStream stream) => stream.Kind switch
    {
        StreamKind.Hot or StreamKind.Cold => stream.Kind,
        _ when stream.SupplyCelsius > stream.TargetCelsius => StreamKind.Hot,
        _ when stream.SupplyCelsius < stream.TargetCelsius => StreamKind.Cold,
        _ => null,
    };

    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, plant) in Places.Plants(park))
        {
            var reach = new HeatReach(park, plant);
            var source = reach.HottestSource();
            var sink = reach.ColdestSink();
            foreach (var (at, stream) in Places.Of($"{path}.streams", plant.Streams))
            {
                if (!CheckKind(at, stream, violations) || stream.HeatKw <= 0) continue;
                var approachK = reach.ApproachK(stream);
                if (KindOf(stream) == StreamKind.Cold) CheckHeating(at, stream, approachK, source, violations);
                else if (stream.MustCool) CheckCooling(at, stream, approachK, sink, violations);
            }
        }
    }

    private static bool CheckKind(string path, HeatStream stream, ViolationList violations)
    {
        if (KindOf(stream) is not { } kind)
        {
            violations.Error($"{path}.kind", ViolationCodes.StreamKindUndecidable, $"Stream '{stream.Id}' starts and ends at one temperature; say whether it is hot or cold.", stream.Id);
            return false;
        }

        var warms = stream.TargetCelsius > stream.SupplyCelsius;
        var cools = stream.TargetCelsius < stream.SupplyCelsius;
        if ((kind == StreamKind.Hot && warms) || (kind == StreamKind.Cold && cools))
        {
            var sentence = $"Stream '{stream.Id}' is called {(kind == StreamKind.Hot ? "hot but warms" : "cold but cools")} from {NumberText.Of(stream.SupplyCelsius)} to {NumberText.Of(stream.TargetCelsius)} deg C. Exchange the temperatures, or leave the kind out.";
            violations.Error($"{path}.kind", ViolationCodes.StreamKindContradicted, sentence, stream.Id);
            return false;
        }

        if (kind == StreamKind.Cold && stream.MustCool)
        {
            violations.Error($"{path}.must_cool", ViolationCodes.StreamKindContradicted, $"Stream '{stream.Id}' is cold: it needs heat and cannot be one that must be cooled.", stream.Id);
            return false;
        }

        return true;
    }

    private static void CheckHeating(string path, HeatStream stream, double approachK, (string Name, double ShiftedCelsius)? source, ViolationList violations)
    {
        var neededCelsius = stream.TargetCelsius + approachK;
        if (source is { } hottest && hottest.ShiftedCelsius >= neededCelsius - ToleranceK) return;
        var best = source is { } known ? $"the hottest its plant could have, {known.Name}, gives {NumberText.Of(known.ShiftedCelsius)} deg C after its own" : "its plant has no source of heat at all";
        var sentence = $"Cold stream '{stream.Id}' must reach {NumberText.Of(stream.TargetCelsius)} deg C and needs {NumberText.Of(neededCelsius)} deg C with its approach of {NumberText.Of(approachK)} K; {best}. Add a hotter utility.";
        violations.Error($"{path}.target_celsius", ViolationCodes.HeatUnreachable, sentence, NumberText.Of(stream.TargetCelsius));
    }

    private static void CheckCooling(string path, HeatStream stream, double approachK, (string Name, double ShiftedCelsius)? sink, ViolationList violations)
    {
        var offeredCelsius = stream.TargetCelsius - approachK;
        if (sink is { } coldest && coldest.ShiftedCelsius <= offeredCelsius + ToleranceK) return;
        var best = sink is { } known ? $"the coldest sink its plant could have, {known.Name}, begins at {NumberText.Of(known.ShiftedCelsius)} deg C with its own" : "its plant has nothing that could take the heat";
        var sentence = $"Stream '{stream.Id}' must be cooled to {NumberText.Of(stream.TargetCelsius)} deg C, {NumberText.Of(offeredCelsius)} deg C after its approach of {NumberText.Of(approachK)} K; {best}. Add a colder utility, raise the target, or clear must_cool.";
        violations.Error($"{path}.target_celsius", ViolationCodes.CoolingUnreachable, sentence, NumberText.Of(stream.TargetCelsius));
    }
}
