using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Cli.Tests.Wording;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1e-9, "0")]
    [InlineData(-1e-9, "0")]
    [InlineData(0.125, "0.125")]
    [InlineData(1.5, "1.50")]
    [InlineData(12.34, "12.3")]
    [InlineData(99.96, "100")]
    [InlineData(12345.6, "12,346")]
    [InlineData(-12345.6, "-12,346")]
    public void Number_Value_HasTheDigitsThatMatter(double value, string expected) => Assert.Equal(expected, Quantity.Number(value));

    [Theory]
    [InlineData(900, "900 kWh")]
    [InlineData(61_200_000, "61.2 GWh")]
    [InlineData(700_000, "700 MWh")]
    public void Energy_Value_HasASuitableUnit(double kwh, string expected) => Assert.Equal(expected, Quantity.Energy(kwh));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.00031, "0.031 %")]
    [InlineData(0.034, "3.4 %")]
    [InlineData(12, "1,200 %")]
    public void Percent_Share_IsReadable(double share, string expected) => Assert.Equal(expected, Quantity.Percent(share));

    [Theory]
    [InlineData(8760, null, "/a")]
    [InlineData(8400, 1.0, "/a")]
    [InlineData(8400, null, "/8,400 h")]
    [InlineData(24, null, "/24.0 h")]
    [InlineData(1, 1.0, "/1.00 h")]
    public void PerHorizon_Time_SaysYearOnlyWhereItIsOne(double horizonHours, double? chargeFactor, string expected) =>
        Assert.Equal(expected, Quantity.PerHorizon(new TimeStructure { HorizonHours = horizonHours, YearlyChargeFactor = chargeFactor }, Language.English));

    [Theory]
    [InlineData("12350000", "12.35 million CNY", "1,235.0 万元")]
    [InlineData("99999.99", "99,999.99 CNY", "99,999.99 元")]
    [InlineData("-0.001", "0.00 CNY", "0.00 元")]
    public void WithUnit_Sum_CountsAsTheLanguageDoes(string cny, string english, string chinese)
    {
        var sum = decimal.Parse(cny, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(english, MoneyScale.WithUnit(sum, Language.English));
        Assert.Equal(chinese, MoneyScale.WithUnit(sum, Language.Chinese));
    }
}
