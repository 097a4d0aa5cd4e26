using System.Xml.Linq;
using Symbiosis.Pinch.Drawing;
using Symbiosis.Pinch.Tests.Laws;

namespace Symbiosis.Pinch.Tests.Drawing;

public sealed class HeatChartTests
{
    [Fact]
    public void ToSvg_TwoStreams_IsAsApproved()
    {
        var targets = PlantTargets.Of(A.Problem([A.Hot(150, 50, 200, 5), A.Cold(60, 160, 200, 5)]) with { Name = "Two & more" });

        var svg = HeatCharts.OfPlant(targets, new ChartWords())[0].ToSvg();

        var approved = Path.Combine(AppContext.BaseDirectory, "approved", "composite.svg");
        var received = Path.ChangeExtension(approved, ".received.svg");
        if (File.Exists(approved) && File.ReadAllText(approved) == svg) return;
        Directory.CreateDirectory(Path.GetDirectoryName(received) ?? ".");
        File.WriteAllText(received, svg);
        Assert.Fail($"The chart differs from approved/composite.svg. If the new one is right, copy '{received}' over it.");
    }

    [Fact]
    public void ToSvg_RandomProblems_StaysInsideTheFrameAndIsXml()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            foreach (var chart in HeatCharts.OfPlant(PlantTargets.Of(RandomStreams.Problem(seed)), new ChartWords()))
            {
                var svg = XDocument.Parse(chart.ToSvg());
                var points = svg.Descendants().Where(element => element.Name.LocalName == "polyline").SelectMany(line => line.Attribute("points")!.Value.Split(' ', ','));
                Assert.All(points, number => Assert.InRange(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture), 0, 760));
            }
        }
    }

    [Fact]
    public void OfPlant_PinchThatSpans_HasALineAtEitherEnd()
    {
        var chart = HeatCharts.OfPlant(PlantTargets.Of(A.Problem([A.Hot(150, 50, 200, 5), A.Cold(60, 160, 200, 5)])), new ChartWords())[3];

        Assert.Equal([("Pinch 145 to 65 °C (shifted)", 145d), ("", 65d)], chart.Marks.Select(mark => (mark.Text, mark.Celsius ?? 0)));
    }

    [Fact]
    public void OfPlant_Pinch_IsMarkedInThreeCharts()
    {
        var charts = HeatCharts.OfPlant(PlantTargets.Of(A.Problem([A.Hot(150, 50, 200, 5), A.Cold(20, 120, 150, 5), A.Cold(140, 160, 50, 5)])), new ChartWords());

        Assert.Equal(["composite", "shifted", "balanced", "grand"], charts.Select(chart => chart.Kind));
        Assert.Equal([1, 1, 0, 1], charts.Select(chart => chart.Marks.Count));
    }
}
