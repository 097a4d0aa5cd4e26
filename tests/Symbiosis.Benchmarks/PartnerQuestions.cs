using System.Diagnostics;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Benchmarks;

/// <summary>Questions for partners to a large park: loading, and time a question, beside a plain scan that reads every plant anew for each question.</summary>
internal sealed class PartnerQuestions(BenchmarkArguments arguments)
{
    private const int Seed = 17;
    private const int WarmUpCount = 500;
    private const int ScanCount = 3;
    private const int LeastCount = 1000;

    /// <summary>Runs on one thread and prints.</summary>
    public void Run()
    {
        var park = LargePark.Create(Seed);
        var watch = Stopwatch.StartNew();
        PartnerIndex.Build([park], TypicalValues.None);
        Report.Line($"First loading, with compilation: {watch.Elapsed.TotalSeconds:0.00} s");
        watch.Restart();
        var finder = new PartnerFinder(PartnerIndex.Build([park], TypicalValues.None));
        Report.Line($"Loading {park.Plants.Sum(plant => plant.Streams.Count):#,0} streams of {park.Plants.Count} plants on {park.Corridors.Count:#,0} corridors: {watch.Elapsed.TotalSeconds:0.00} s");
        Report.Line($"| question | count | median ms | p99 ms | largest ms | processor ms each | plain scan ms | ratio of medians |");
        Report.Line($"|---|---|---|---|---|---|---|---|");
        Show("a stream's offer", park, finder, random => Element(park, random, 2 * random.Next(10)));
        Show("a stream's need", park, finder, random => Element(park, random, 2 * random.Next(10) + 1));
        Show("heat of four numbers", park, finder, random => FourNumbers(park, random));
        Show("a by-product's offer", park, finder, random => About(park, random, "out"));
    }

    private void Show(string name, Park park, PartnerFinder finder, Func<Random, PartnerQuestion> ask)
    {
        var random = new Random(Seed);
        for (var i = 0; i < WarmUpCount; i++)
            finder.Find(ask(random), PartnerViewer.Planner);

        var times = new List<double>();
        var until = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        while (times.Count < LeastCount || until.Elapsed < (arguments.TimeLimit ?? TimeSpan.Zero))
            times.Add(Milliseconds(() => finder.Find(ask(random), PartnerViewer.Planner)));

        var each = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds / times.Count;
        var scans = Enumerable.Range(0, ScanCount).Select(_ => Milliseconds(() => new PartnerFinder(PartnerIndex.Build([park], TypicalValues.None)).Find(ask(random), PartnerViewer.Planner))).Order().ToList();
        times.Sort();
        var (median, p99) = (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
        Report.Line($"| {name} | {times.Count} | {median:0.00} | {p99:0.00} | {times[^1]:0.00} | {each:0.00} | {scans[ScanCount / 2]:0} | {scans[ScanCount / 2] / median:0} |");
    }

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static PartnerQuestion Element(Park park, Random random, int stream) => About(park, random, $"s{stream}");

    private static PartnerQuestion About(Park park, Random random, string elementId) =>
        new() { Element = new ElementSubject { ParkId = park.Id, PlantId = park.Plants[random.Next(park.Plants.Count)].Id, ElementId = elementId } };

    private static PartnerQuestion FourNumbers(Park park, Random random) => new()
    {
        Side = random.Next(2) == 0 ? PartnerSide.Offer : PartnerSide.Need,
        Heat = new HeatSubject { SupplyCelsius = 100 + 200 * random.NextDouble(), HeatKw = 400, HoursPerYear = 2000 + 6000 * random.NextDouble() },
        Place = new Place { NodeId = park.Sites[random.Next(park.Sites.Count)].Id },
    };
}
