namespace Symbiosis.Pinch.Drawing;

/// <summary>The words on charts, in English unless given otherwise.</summary>
public sealed record ChartWords
{
    /// <summary>In English.</summary>
    public static ChartWords English { get; } = new();

    /// <summary>In Chinese.</summary>
    public static ChartWords Chinese { get; } = new()
    {
        Heat = "热量",
        Temperature = "温度，°C",
        ShiftedTemperature = "移动温度，°C",
        Composite = "组合曲线",
        Shifted = "移动组合曲线",
        Balanced = "平衡组合曲线",
        Grand = "总组合曲线",
        Profiles = "全园热源与热阱曲线",
        HotStreams = "热流",
        ColdStreams = "冷流",
        HotWithUtilities = "热流与热公用工程",
        ColdWithUtilities = "冷流与冷公用工程",
        Cascade = "级联热流",
        Heating = "供热等级",
        Cooling = "冷却与产热等级",
        Sources = "热源",
        Sinks = "热阱",
        Pinch = "夹点 {0} °C（移动温度）",
        PinchSpan = "夹点 {0} 至 {1} °C（移动温度）",
    };

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
