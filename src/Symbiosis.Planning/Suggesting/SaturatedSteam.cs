using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Suggesting;

/// <summary>Heat that saturated steam gives condensing, between the points of the catalogue's table.</summary>
internal sealed class SaturatedSteam
{
    private const double KwhPerMj = 1 / 3.6;
    private readonly List<(double Celsius, double MjPerKg)> points;

    /// <summary>Reads the table.</summary>
    public SaturatedSteam(CatalogueIndex catalogue) => points =
    [
        .. catalogue.OfKind("rule").Where(entry => entry.Group == "saturated_steam")
            .Select(entry => (Celsius: entry.Figures.FirstOrDefault(figure => figure.Name == "saturation_temperature")?.Typical, MjPerKg: entry.Figures.FirstOrDefault(figure => figure.Name == "latent_heat")?.Typical))
            .Where(point => point is { Celsius: not null, MjPerKg: not null }).Select(point => (point.Celsius!.Value, point.MjPerKg!.Value)).Order(),
    ];

    /// <summary>Heat of condensation, kWh/t; null outside the table.</summary>
    public double? LatentKwhPerT(double celsius)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var (below, above) = (points[i - 1], points[i]);
            if (celsius >= below.Celsius && celsius <= above.Celsius)
            {
                var part = (celsius - below.Celsius) / (above.Celsius - below.Celsius);
                return (below.MjPerKg + part * (above.MjPerKg - below.MjPerKg)) * KwhPerMj * 1000;
            }
        }

        return null;
    }
}
