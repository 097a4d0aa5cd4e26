namespace Symbiosis.Domain.Plans;

/// <summary>Totals of a plan.</summary>
public sealed record Summary
{
    /// <summary>Cost in the horizon, CNY.</summary>
    public decimal CostCny { get; init; }

    /// <summary>Cost of the baseline, CNY; empty where the baseline cannot run.</summary>
    public decimal? BaselineCostCny { get; init; }

    /// <summary>Baseline less plan, CNY; empty where the baseline cannot run.</summary>
    public decimal? SavingCny { get; init; }

    /// <summary>Investment paid once for all that is new, CNY.</summary>
    public decimal InvestmentCny { get; init; }

    /// <summary>Investment over saving before annuities, years; absent where nothing is saved.</summary>
    public double? SimplePaybackYears { get; init; }

    /// <summary>Scope 1 emissions, t CO2e.</summary>
    public double Scope1T { get; init; }

    /// <summary>Scope 2 emissions (bought power, location based), t CO2e.</summary>
    public double Scope2T { get; init; }

    /// <summary>Emissions of bought inputs, disposal and transport, t CO2e.</summary>
    public double InputsT { get; init; }

    /// <summary>Baseline emissions of scope 1, t CO2e.</summary>
    public double BaselineScope1T { get; init; }

    /// <summary>Baseline emissions of scope 2, t CO2e.</summary>
    public double BaselineScope2T { get; init; }

    /// <summary>Baseline emissions of bought inputs, disposal and transport, t CO2e.</summary>
    public double BaselineInputsT { get; init; }

    /// <summary>Emissions avoided against the baseline, all scopes, t CO2e.</summary>
    public double AvoidedT { get; init; }

    /// <summary>Gross cost of the baseline (all that is paid, before sales), CNY.</summary>
    public decimal BaselineGrossCostCny { get; init; }

    /// <summary>Hours in the horizon.</summary>
    public double HorizonHours { get; init; }
}
