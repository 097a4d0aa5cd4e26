using System.Globalization;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Rendering;

/// <summary>A plan, and how to speak about it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Park">The park it is for.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="AskedGap">Gap that was asked for, share of today's gross cost.</param>
internal sealed record PlanView(Plan Plan, Park Park, Language Language, double AskedGap)
{
    /// <summary>Names of the park's things.</summary>
    public ParkNames Names { get; } = new(Park, Language);

    /// <summary>What stands behind an amount over the horizon, "/a" for a year.</summary>
    public string PerHorizon { get; } = Quantity.PerHorizon(Park.Time, Language);

    /// <summary>A message in the reader's language.</summary>
    public string Say(Message message, params object[] values) => message.In(Language, values);

    /// <summary>One unit for all these sums, CNY.</summary>
    public MoneyScale ScaleOf(IEnumerable<decimal> cny) => MoneyScale.For(Language, cny);

    /// <summary>A sum with its unit.</summary>
    public string Money(decimal cny) => MoneyScale.WithUnit(cny, Language);

    /// <summary>A sum as engines count it, with its unit.</summary>
    public string Money(double cny) => Math.Abs(cny) < 1e27 ? Money((decimal)cny) : cny.ToString("0.###e0", CultureInfo.InvariantCulture) + " CNY";
}
