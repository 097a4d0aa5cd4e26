namespace Symbiosis.Pinch.Cascading;

/// <summary>Finds the pinches of a cascade: the longest runs of temperatures at which nothing flows.</summary>
internal static class PinchSearch
{
    public static IReadOnlyList<Pinch> Find(CascadePoint[] points)
    {
        // What arrives at a temperature and what goes on from it, one after the other.
        var flows = points.SelectMany(point => new[] { point.AboveKw, point.BelowKw }).ToArray();
        var needsNothing = flows[0] == 0 && flows[^1] == 0;
        var pinches = new List<Pinch>();
        for (var first = 0; first < flows.Length; first++)
        {
            if (flows[first] != 0) continue;
            var last = first;
            while (last + 1 < flows.Length && flows[last + 1] == 0) last++;
            var isHotEnd = first == 0;
            var isColdEnd = last == flows.Length - 1;

            // Where no utility is needed at either end, the ends part nothing.
            if (!((isHotEnd || isColdEnd) && needsNothing))
            {
                var kind = isHotEnd ? PinchKind.HotEnd : isColdEnd ? PinchKind.ColdEnd : PinchKind.Process;
                pinches.Add(new Pinch(points[first / 2].Celsius, points[last / 2].Celsius, kind));
            }

            first = last;
        }

        return pinches;
    }
}
