namespace Symbiosis.Planning.Partners.Typical;

/// <summary>Typical prices and CO2 of heat and power, and approaches. Read once, then fixed.</summary>
internal sealed class TypicalEnergy
{
    private const double KwhPerGj = 1000 / 3.6;
    private const double WarmestLiquidCelsius = 130;
    private const double WarmestLowHeatCelsius = 230;
    private const double WarmestHotWaterUseCelsius = 110;

    // Steam of 8 bar condenses at 170 deg C; 10 K are lost in the exchanger.
    private const double WarmestSteamUseCelsius = 160;

    private readonly TypicalFigure liquidApproachK;
    private readonly TypicalFigure mixedApproachK;
    private readonly TypicalFigure gasApproachK;
    private readonly TypicalFigure hotWater;
    private readonly TypicalFigure steam;
    private readonly TypicalFigure gasFired;

    /// <summary>Reads prices, factors and rules.</summary>
    public TypicalEnergy(CatalogueIndex catalogue)
    {
        liquidApproachK = Approach(catalogue, "approach_condensing_steam_to_liquid", 0.5, 5, "half of it, the stream's own side");
        mixedApproachK = Approach(catalogue, "approach_gas_to_steam_or_water_boiler_pinch", 0.5, 12.5, "half of it: a gas or a vapour");
        gasApproachK = Approach(catalogue, "approach_gas_to_steam_or_water_boiler_pinch", 0.8, 20, "four fifths of it: the gas side is the poor one");

        var boiler = catalogue.Find("technology", "gas_boiler_steam", "efficiency") ?? TypicalFigure.Guess(0.89, 0.925, 0.96, "fraction", "efficiency of a gas-fired steam boiler");
        var gasKwh = (catalogue.Find("factor", "natural_gas_ncv", "factor") ?? TypicalFigure.Guess(35, 38.9, 39, "MJ/Nm3", "heating value of natural gas")).Times(1 / 3.6, "kWh/m3");
        var gas = catalogue.Find("tariff", "natural_gas_large_user", "price") ?? TypicalFigure.Guess(3, 3.5, 4.2, "CNY/m3", "natural gas of a large user");
        GasCnyPerKwh = gas.Over(gasKwh, "CNY/kWh");
        gasFired = GasCnyPerKwh.Over(boiler, "CNY/kWh").Remark("Heat of a gas boiler");
        hotWater = (catalogue.Find("tariff", "hot_water", "price") ?? TypicalFigure.Guess(20, 32, 45, "CNY/GJ", "hot water of a heat network")).Times(1 / KwhPerGj, "CNY/kWh");
        steam = (catalogue.Find("tariff", "park_steam_8bar", "price") ?? TypicalFigure.Guess(180, 230, 300, "CNY/t", "park steam")).Times(1 / 680.0, "CNY/kWh")
            .Remark("A tonne of 8 bar steam gives about 0.68 MWh above 80 deg C condensate");

        var gasCo2 = (catalogue.Find("factor", "natural_gas_co2", "factor") ?? TypicalFigure.Guess(54, 55.8, 58, "kg CO2/GJ", "natural gas")).Times(1 / KwhPerGj, "kg/kWh");
        HeatCo2KgPerKwh = gasCo2.Over(boiler, "kg/kWh").Remark("Heat of a gas boiler; a coal boiler gives about 0.4");
        PowerPriceCnyPerKwh = catalogue.Find("tariff", "electricity_flat_large_industry_110kv", "price")
            ?? TypicalFigure.Guess(0.56, 0.62, 0.68, "CNY/kWh", "flat price of large industry in Jiangxi");
        PowerCo2KgPerKwh = catalogue.Find("factor", "jiangxi_2023", "factor") ?? TypicalFigure.Guess(0.5, 0.58, 0.65, "kg/kWh", "provincial grid with much coal");
    }

    /// <summary>Price of natural gas, CNY/kWh of lower heating value.</summary>
    public TypicalFigure GasCnyPerKwh { get; }

    /// <summary>CO2 of heat, kg/kWh.</summary>
    public TypicalFigure HeatCo2KgPerKwh { get; }

    /// <summary>Price of bought power, CNY/kWh.</summary>
    public TypicalFigure PowerPriceCnyPerKwh { get; }

    /// <summary>CO2 of bought power, kg/kWh.</summary>
    public TypicalFigure PowerCo2KgPerKwh { get; }

    /// <summary>Contribution of a stream to the minimum approach temperature: liquids up to 130 deg C, gas or vapour up to 230, gases above.</summary>
    public TypicalFigure ApproachK(double supplyCelsius) => supplyCelsius switch
    {
        <= WarmestLiquidCelsius => liquidApproachK,
        <= WarmestLowHeatCelsius => mixedApproachK,
        _ => gasApproachK,
    };

    /// <summary>Price of heat: hot water up to 110 deg C, park steam up to 160, a gas boiler or burner above.</summary>
    public TypicalFigure HeatPriceCnyPerKwh(double celsius) => celsius switch
    {
        <= WarmestHotWaterUseCelsius => hotWater,
        <= WarmestSteamUseCelsius => steam,
        _ => gasFired,
    };

    private static TypicalFigure Approach(CatalogueIndex catalogue, string rule, double share, double guessK, string why) =>
        catalogue.Find("rule", rule, "approach")?.Times(share, "K").Remark($"Taken: {why}") ?? TypicalFigure.Guess(guessK / 2, guessK, guessK * 1.5, "K", why);
}
