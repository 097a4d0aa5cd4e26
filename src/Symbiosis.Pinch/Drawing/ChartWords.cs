namespace Symbiosis.Pinch.Drawing;

/// <summary>The words on charts, in English unless given otherwise.</summary>
public sealed record ChartWords
{
    /// <summary>Heat axis.</summary>
    public string Heat { get; init; } = "Heat";

    /// <summary>Temperature axis.</summary>
    public string Temperature { get; init; } = "Temperature, °C";

    /// <summary>Temperature axis of the shifted scale.</summary>
    public string ShiftedTemperature { get; init; } = "Shifted temperature, °C";

    /// <summary>Title: composite curves.</summary>
    public string Composite { get; init; } = "composite curves";

    /// <summary>Title: shifted composite curves.</summary>
    public string Shifted { get; init; } = "shifted composite curves";

    /// <summary>Title: balanced composite curves.</summary>
    public string Balanced { get; init; } = "balanced composite curves";

    /// <summary>Title: grand composite curve.</summary>
    public string Grand { get; init; } = "grand composite curve";

    /// <summary>Title: site profiles.</summary>
    public string Profiles { get; init; } = "site source and sink profiles";

    /// <summary>Hot streams.</summary>
    public string HotStreams { get; init; } = "Hot streams";

    /// <summary>Cold streams.</summary>
    public string ColdStreams { get; init; } = "Cold streams";

    /// <summary>Hot streams and utilities.</summary>
    public string HotWithUtilities { get; init; } = "Hot streams and utilities";

    /// <summary>Cold streams and utilities.</summary>
    public string ColdWithUtilities { get; init; } = "Cold streams and utilities";

    /// <summary>Heat flowing down.</summary>
    public string Cascade { get; init; } = "Heat flowing down";

    /// <summary>Utilities that heat.</summary>
    public string Heating { get; init; } = "Heating levels";

    /// <summary>Utilities that cool or are generated.</summary>
    public string Cooling { get; init; } = "Cooling and generated levels";

    /// <summary>Heat sources of the site.</summary>
    public string Sources { get; init; } = "Heat sources";

    /// <summary>Heat sinks of the site.</summary>
    public string Sinks { get; init; } = "Heat sinks";

    /// <summary>A pinch at one shifted temperature, <c>{0}</c>.</summary>
    public string Pinch { get; init; } = "Pinch {0} °C (shifted)";

    /// <summary>A pinch from one shifted temperature, <c>{0}</c>, to another, <c>{1}</c>.</summary>
    public string PinchSpan { get; init; } = "Pinch {0} to {1} °C (shifted)";
}
