using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// What a plant's streams could raise of each heat carrier, and what they could use of it, step by step.
/// <para>From the problem table (Linnhoff and Flower 1978): with R(T) the heat that flows past the shifted temperature T, a carrier that takes the share
/// phi(T) of its heat above T can be raised by <c>q = min over T of R(T) / phi(T)</c>. Of a carrier that gives the share phi(T) above T, q replaces
/// <c>r(q) = min over T of R(T) + q phi(T)</c> of the hot utility; the rest is too cold and is cooled away. q is the largest flow of which every further kW still
/// replaces a quarter of a kW.</para>
/// <para>R is that of the whole plant where its own recovery is free. Where recovery costs money and only part of it exists, it is mixed in proportion
/// with that of hot streams alone (cold streams alone): what is not recovered today may as well be given away.</para>
/// </summary>
internal sealed class HeatPotential
{
    private const double LeastUsefulShare = 0.25;

    // As in the problem table.
    private const double SameCelsius = 1e-6;

    private HeatPotential(int rangeCount, int periodCount)
    {
        Generation = [.. Enumerable.Range(0, rangeCount).Select(_ => new double[periodCount])];
        Use = [.. Enumerable.Range(0, rangeCount).Select(_ => new double[periodCount])];
        GrossUse = [.. Enumerable.Range(0, rangeCount).Select(_ => new double[periodCount])];
        Replaced = [.. Enumerable.Range(0, rangeCount).Select(_ => new double[periodCount])];
        HotUtilityKw = new double[periodCount];
    }

    /// <summary>Most that could be raised, kW, [range][period].</summary>
    public double[][] Generation { get; }

    /// <summary>Most that could be used, kW, [range][period].</summary>
    public double[][] Use { get; }

    /// <summary>Most that could be used if none of the plant's own heat were, kW, [range][period].</summary>
    public double[][] GrossUse { get; }

    /// <summary>Hot utility that this use replaces, kW, [range][period]; at most the use.</summary>
    public double[][] Replaced { get; }

    /// <summary>Heat that comes from utilities today, kW, [period].</summary>
    public double[] HotUtilityKw { get; }

    /// <summary>Reckons it.</summary>
    /// <param name="plant">Plant; its approach temperatures and recovery count.</param>
    /// <param name="streams">Streams that count.</param>
    /// <param name="kw">Their heat, kW, [stream][period].</param>
    /// <param name="ranges">Temperatures of the carriers, of heat ports and the like.</param>
    /// <param name="periodCount">Number of steps.</param>
    public static HeatPotential Of(Plant plant, IReadOnlyList<HeatStream> streams, double[][] kw, IReadOnlyList<CarrierRange> ranges, int periodCount)
    {
        var potential = new HeatPotential(ranges.Count, periodCount);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var t = 0; t < periodCount; t++)
        {
            // Steps with equal duties have equal answers; most plants have few different ones.
            var key = string.Join(';', kw.Select(series => series[t].ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
            if (known.TryGetValue(key, out var like))
                potential.Copy(like, t);
            else
                potential.Solve(t, plant, [.. streams.Select((stream, i) => Stream(plant, stream, kw[i][t]))], ranges);
            known.TryAdd(key, t);
        }

        return potential;
    }

    private void Copy(int from, int to)
    {
        foreach (var series in Generation.Concat(Use).Concat(Replaced).Concat(GrossUse))
            series[to] = series[from];
        HotUtilityKw[to] = HotUtilityKw[from];
    }

    private void Solve(int t, Plant plant, List<ProcessStream> streams, IReadOnlyList<CarrierRange> ranges)
    {
        var ends = ranges.SelectMany(range => new[] { range.ColdHigh, range.ColdLow, range.HotHigh, range.HotLow }).Distinct().ToList();
        var whole = HeatCascade.Of(streams, ends);
        var recovered = Recovered(plant, whole);
        var hot = recovered < 1 ? HeatCascade.Of(streams.Where(stream => stream.IsHot), ends) : whole;
        var cold = HeatCascade.Of(streams.Where(stream => !stream.IsHot), ends);

        double Mixed(double net, double gross) => recovered * net + (1 - recovered) * gross;
        HotUtilityKw[t] = Mixed(whole.HotUtilityKw, cold.HotUtilityKw);
        for (var i = 0; i < ranges.Count; i++)
        {
            Generation[i][t] = Mixed(Raised(whole, ranges[i]), Raised(hot, ranges[i]));
            var (net, gross) = (Used(whole, ranges[i]), Used(cold, ranges[i]));
            Use[i][t] = Mixed(net.Kw, gross.Kw);
            GrossUse[i][t] = gross.Kw;
            Replaced[i][t] = Mixed(net.ReplacedKw, gross.ReplacedKw);
        }
    }

    // Share of the possible recovery that there is today.
    private static double Recovered(Plant plant, HeatCascade whole)
    {
        if (plant.Recovery?.Investment is null)
            return 1;
        return whole.RecoveryKw <= 0 ? 1 : Math.Clamp(plant.Recovery.ExistingKw / whole.RecoveryKw, 0, 1);
    }

    private static double Raised(HeatCascade cascade, CarrierRange range)
    {
        var (high, low) = (range.ColdHigh, range.ColdLow);
        var most = cascade.Points.Count == 0 ? 0 : double.PositiveInfinity;
        foreach (var point in cascade.Points)
        {
            if (point.Celsius > high + SameCelsius)
                continue;
            var share = high > low ? Math.Min(1, (high - point.Celsius) / (high - low)) : 1;
            if (share > 0)
                most = Math.Min(most, (Math.Abs(point.Celsius - high) <= SameCelsius ? point.BelowKw : Math.Min(point.AboveKw, point.BelowKw)) / share);
        }

        return double.IsInfinity(most) ? 0 : Math.Max(0, most);
    }

    private static (double Kw, double ReplacedKw) Used(HeatCascade cascade, CarrierRange range)
    {
        // Each temperature T gives a line R(T) + q phi(T); flat lines, with phi below a quarter, are where more heat is of little use.
        var (high, low) = (range.HotHigh, range.HotLow);
        var steep = new List<(double Kw, double Share)>();
        var flat = new List<(double Kw, double Share)> { (cascade.HotUtilityKw, 0) };
        foreach (var point in cascade.Points)
        {
            var isAtSteam = high == low && Math.Abs(point.Celsius - high) <= SameCelsius;
            if (isAtSteam)
            {
                flat.Add((point.AboveKw, 0));
                steep.Add((point.BelowKw, 1));
                continue;
            }

            var share = high > low ? Math.Clamp((high - point.Celsius) / (high - low), 0, 1) : point.Celsius < high ? 1 : 0;
            (share < LeastUsefulShare ? flat : steep).Add((Math.Min(point.AboveKw, point.BelowKw), share));
        }

        var most = double.PositiveInfinity;
        foreach (var line in flat)
            most = Math.Min(most, steep.Count == 0 ? 0 : steep.Max(other => (line.Kw - other.Kw) / (other.Share - line.Share)));
        if (!(most > 0))
            return (0, 0);
        var replaced = Math.Min(flat.Min(line => line.Kw + most * line.Share), steep.Min(line => line.Kw + most * line.Share));
        return replaced > 0 ? (most, Math.Min(most, replaced)) : (0, 0);
    }

    private static ProcessStream Stream(Plant plant, HeatStream stream, double heatKw) => new()
    {
        Name = stream.Id,
        IsHot = StreamBlock.IsHot(stream),
        SupplyCelsius = stream.SupplyCelsius,
        TargetCelsius = stream.TargetCelsius,
        HeatKw = heatKw,
        ApproachK = stream.ApproachK ?? plant.DefaultApproachK,
        MustCool = stream.MustCool,
    };
}
