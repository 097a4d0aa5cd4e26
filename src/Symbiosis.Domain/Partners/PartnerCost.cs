using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Partners;

/// <summary>One thing that has to be built or paid for a match.</summary>
public sealed record PartnerCost
{
    /// <summary>What: pipe, trench, generation_station, use_station, heat_pump, treatment, transport, transport_link, pumping, purchase_power, handling, connection.</summary>
    public required string What { get; init; }

    /// <summary>Size, mode, converter or technology it is, where it has an id.</summary>
    public string? ElementId { get; init; }

    /// <summary>Paid once, CNY.</summary>
    public double InvestmentCny { get; init; }

    /// <summary>Paid every year besides (operation, maintenance, transport, power), CNY/a.</summary>
    public double YearlyCny { get; init; }

    /// <summary>How much the figure can be trusted.</summary>
    public Quality Quality { get; init; }

    /// <summary>Where it comes from, where the park does not say it.</summary>
    public string Note { get; init; } = "";
}
