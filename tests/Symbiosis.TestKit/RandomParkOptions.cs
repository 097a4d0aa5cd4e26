namespace Symbiosis.TestKit;

/// <summary>What <see cref="RandomParks"/> may put into a park. Everything by default.</summary>
public sealed record RandomParkOptions
{
    /// <summary>By-products, inlets and trucks. Default true.</summary>
    public bool AllowsMaterials { get; init; } = true;

    /// <summary>Electricity with grid connections, tariffs and demands. Default true.</summary>
    public bool AllowsElectricity { get; init; } = true;

    /// <summary>Heat pumps, turbines, boilers and photovoltaics; those that need power only with electricity. Default true.</summary>
    public bool AllowsConverters { get; init; } = true;

    /// <summary>Batteries and tanks. Default true.</summary>
    public bool AllowsStorages { get; init; } = true;

    /// <summary>Carbon price, green share and wide caps. Default true.</summary>
    public bool AllowsPolicy { get; init; } = true;

    /// <summary>Largest number of plants, 2 to 5. Default 5.</summary>
    public int MaxPlantCount { get; init; } = 5;

    /// <summary>Largest number of periods, 1 to 4. Default 4.</summary>
    public int MaxPeriodCount { get; init; } = 4;
}
