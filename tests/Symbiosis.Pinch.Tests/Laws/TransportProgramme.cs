using Symbiosis.Milp;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests.Laws;

/// <summary>
/// The least hot utility as a transport problem, without a cascade: heat on offer at a temperature, or between two neighbouring ones, is sent
/// to needs at the same or a colder place; what is not sent must be bought. Many problems stand side by side in one model.
/// </summary>
internal sealed class TransportProgramme(string name)
{
    private readonly LinearModelBuilder builder = new(name);
    private readonly List<List<Variable>> boughtOfProblem = [];

    public LinearModel Build() => builder.Build();

    /// <summary>Hot utility of each problem added, kW.</summary>
    public IEnumerable<double> HotUtilitiesKw(double[] values) => boughtOfProblem.Select(bought => bought.Sum(variable => values[variable.Index]));

    public void Add(IReadOnlyList<ProcessStream> streams)
    {
        var problem = boughtOfProblem.Count;
        var places = Places(streams);
        var offers = places.ConvertAll(place => Heat(streams, place, isHot: true));
        var needs = places.ConvertAll(place => Heat(streams, place, isHot: false));
        var sent = offers.ConvertAll(_ => new LinearExpression());
        var bought = new List<Variable>();
        for (var l = 0; l < places.Count; l++)
        {
            if (needs[l] <= 0) continue;
            var arriving = new LinearExpression();
            for (var k = 0; k <= l; k++)
            {
                if (offers[k] <= 0) continue;
                var flow = builder.AddVariable($"send[{problem},{k},{l}]", 0, double.PositiveInfinity);
                sent[k].Add(flow);
                arriving.Add(flow);
            }

            var utility = builder.AddVariable($"buy[{problem},{l}]", 0, double.PositiveInfinity, 1);
            bought.Add(utility);
            builder.AddRow($"need[{problem},{l}]", arriving.Add(utility), needs[l], needs[l]);
        }

        for (var k = 0; k < places.Count; k++)
        {
            if (sent[k].TermCount > 0) builder.AddRow($"offer[{problem},{k}]", sent[k], double.NegativeInfinity, offers[k]);
        }

        boughtOfProblem.Add(bought);
    }

    // Temperatures and the ranges between them, from hot to cold; a temperature is a range without width.
    private static List<(double High, double Low)> Places(IReadOnlyList<ProcessStream> streams)
    {
        var temperatures = streams.SelectMany(stream => new[] { High(stream), Low(stream) }).Distinct().OrderDescending().ToList();
        var places = new List<(double High, double Low)>();
        for (var i = 0; i < temperatures.Count; i++)
        {
            places.Add((temperatures[i], temperatures[i]));
            if (i + 1 < temperatures.Count) places.Add((temperatures[i], temperatures[i + 1]));
        }

        return places;
    }

    private static double Heat(IReadOnlyList<ProcessStream> streams, (double High, double Low) place, bool isHot)
    {
        var heat = 0.0;
        foreach (var stream in streams.Where(stream => stream.IsHot == isHot))
        {
            var (high, low) = (High(stream), Low(stream));
            if (high == low) heat += place.High == high && place.Low == high ? stream.HeatKw : 0;
            else if (high >= place.High && low <= place.Low) heat += stream.HeatKw * (place.High - place.Low) / (high - low);
        }

        return heat;
    }

    private static double High(ProcessStream stream) => Math.Max(stream.SupplyCelsius, stream.TargetCelsius) + (stream.IsHot ? -stream.ApproachK : stream.ApproachK);

    private static double Low(ProcessStream stream) => Math.Min(stream.SupplyCelsius, stream.TargetCelsius) + (stream.IsHot ? -stream.ApproachK : stream.ApproachK);
}
