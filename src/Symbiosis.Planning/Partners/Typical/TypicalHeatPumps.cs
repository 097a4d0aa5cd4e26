using Symbiosis.Domain.Catalogues;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>Compression heat pumps of the catalogue by the temperature they reach. Read once, then fixed.</summary>
internal sealed class TypicalHeatPumps
{
    private const string Kind = "technology";
    private const string CostUnit = "CNY/kW";

    private readonly TypicalFigure efficiency;
    private readonly List<(double LimitCelsius, TypicalFigure CnyPerKw)> machines = [];

    /// <summary>Reads the machines.</summary>
    public TypicalHeatPumps(CatalogueIndex catalogue)
    {
        efficiency = (catalogue.Find(Kind, "hp_cop_rule", "carnot_fraction_conservative") ?? TypicalFigure.Guess(0.4, 0.5, 0.58, "fraction", "a cautious share of Carnot"))
            .Remark("Between the temperatures inside the machine, 5 K beyond the source and the sink. Sheets of makers reach 0.59-0.70 between source inlet and sink outlet");
        var cnyPerEur = catalogue.Find(Kind, "economics", "eur_to_cny") ?? TypicalFigure.Guess(7.6, 7.9, 8.3, "CNY/EUR", "rate of the last years");
        var china = catalogue.Find(Kind, "hot_water_pipe", "china_cost_factor") ?? TypicalFigure.Guess(0.35, 0.5, 0.7, "fraction", "Chinese over European cost");
        foreach (var entry in catalogue.OfKind(Kind).Where(entry => entry.Group == "heat_pump"))
            Add(catalogue, entry, cnyPerEur, china);
        if (machines.Count == 0)
            machines.Add((150, TypicalFigure.Guess(2000, 3500, 5000, CostUnit, "industrial heat pump installed in China")));
        machines.Sort((one, other) => (one.LimitCelsius, one.CnyPerKw.Typical).CompareTo((other.LimitCelsius, other.CnyPerKw.Typical)));
    }

    /// <summary>Share of the Carnot coefficient of performance; null: no machine gets so hot.</summary>
    public TypicalFigure? Efficiency(double supplyCelsius) => supplyCelsius <= machines[^1].LimitCelsius ? efficiency : null;

    /// <summary>Investment of the cheapest machine that gets so hot, else of the hottest.</summary>
    public TypicalFigure InvestmentCnyPerKw(double supplyCelsius)
    {
        var at = machines.FindIndex(machine => supplyCelsius <= machine.LimitCelsius);
        return machines[at < 0 ? machines.Count - 1 : at].CnyPerKw;
    }

    private void Add(CatalogueIndex catalogue, CatalogueEntry entry, TypicalFigure cnyPerEur, TypicalFigure china)
    {
        // The sheets' prices are of 2019 and are not inflated: the range of the factor for China is far wider.
        if (catalogue.Find(Kind, entry.Id, "supply_limit") is { } limit && catalogue.Find(Kind, entry.Id, "investment") is { Unit: "M EUR2019/MW_th" } cost)
            machines.Add((limit.Typical, cost.Times(1000, "EUR/kW").Times(cnyPerEur, CostUnit).Times(china, CostUnit)));
    }
}
