using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// What a plant's streams could raise of each heat carrier, and what they could use of it, step by step.
/// <para>From the problem table (Linnhoff and Flower 1978): with R(T) the heat that flows past the shifted temperature T, a carrier that takes the share
/// phi(T) of its heat above T can be raised by <c>q = min over T of R(T) / phi(T)</c>; one that gives the share phi(T) above T can replace hot utility by
/// <c>q = min over T of R(T) / (1 - phi(T))</c>.</para>
/// <para>R is that of the whole plant where its own recovery is free. Where recovery costs money and only part of it exists, it is mixed in proportion
/// with that of hot streams alone (cold streams alone): what is not recovered today may as well be given away.</para>
/// </summary>
internal sealed class HeatPotential
{
    // As in the problem table.
    private const double SameCelsius = 1e-6;

    private HeatPotential(int rangeCount, int periodCount)
    {
        Generation = [.. Enumerable.Range(0, rangeCount).Select(_ => new double[periodCount])];
        Use = [.. Enumerable.Range(0, rangeCount).Select(_ => new double[periodCount])];
        HotUtilityKw = new double[periodCount];
    }

    /// <summary>Most that could be raised, kW, [range][period].</summary>
    public double[][] Generation { get; }

    /// <summary>Most that could be used, kW, [range][period].</summary>
    public double[][] Use { get; }

    /// <summary>Heat that comes from utilities today, kW, [period].</summary>
    public double[] HotUtilityKw { get; }

    /// <summary>Reckons it.</summary>
    /// <param name="plant">Plant; its approach temperatures and recovery count.</param>
    /// <param name="streams">Streams that count.</param>
    /// <param name="kw">Their heat, kW, [stream][period].</param>
    /// <param name="ranges">Temperatures of the carriers, of heat ports and the like.</param>
    public static HeatPotential Of(Plant plant, IReadOnlyList<HeatStream> streams, double[][] kw, IReadOnlyList<CarrierRange> ranges)
    {
        var periodCount = kw.Length == 0 ? 0 : kw[0].Length;
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
        foreach (var series in Generation.Concat(Use))
            series[to] = series[from];
        HotUtilityKw[to] = HotUtilityKw[from];
    }

    private void Solve(int t, Plant plant, List<ProcessStream> streams, IReadOnlyList<CarrierRange> ranges)
    {
        var ends = ranges.SelectMany(range => new[] { ColdHigh(range), range.ColdLow, range.HotHigh, HotLow(range) }).Distinct().ToList();
        var whole = HeatCascade.Of(streams, ends);
        var recovered = Recovered(plant, whole);
        var (hot, cold) = (whole, whole);
        if (recovered < 1)
        {
            hot = HeatCascade.Of(streams.Where(stream => stream.IsHot), ends);
            cold = HeatCascade.Of(streams.Where(stream => !stream.IsHot), ends);
        }

        double Mixed(double net, double gross) => recovered * net + (1 - recovered) * gross;
        HotUtilityKw[t] = Mixed(whole.HotUtilityKw, cold.HotUtilityKw);
        for (var i = 0; i < ranges.Count; i++)
        {
            Generation[i][t] = Mixed(Raised(whole, ranges[i]), Raised(hot, ranges[i]));
            Use[i][t] = Mixed(Used(whole, ranges[i]), Used(cold, ranges[i]));
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
        var (high, low) = (ColdHigh(range), range.ColdLow);
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

    private static double Used(HeatCascade cascade, CarrierRange range)
    {
        var (high, low) = (range.HotHigh, HotLow(range));
        var most = cascade.HotUtilityKw;
        foreach (var point in cascade.Points)
        {
            if (high > low ? point.Celsius <= low : point.Celsius < high - SameCelsius)
                continue;
            var left = high > low ? 1 - Math.Clamp((high - point.Celsius) / (high - low), 0, 1) : 1;
            if (left > 0)
                most = Math.Min(most, (high == low && Math.Abs(point.Celsius - high) <= SameCelsius ? point.AboveKw : Math.Min(point.AboveKw, point.BelowKw)) / left);
        }

        return Math.Max(0, most);
    }

    private static double ColdHigh(CarrierRange range) => Math.Max(range.Supply, range.Return) + range.ApproachK;

    private static double HotLow(CarrierRange range) => Math.Min(range.Supply, range.Return) - range.ApproachK;

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
