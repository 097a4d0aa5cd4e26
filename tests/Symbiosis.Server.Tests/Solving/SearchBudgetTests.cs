using Symbiosis.Server.Configuration;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Tests.Solving;

public sealed class SearchBudgetTests
{
    [Theory]
    [InlineData(null, null, 600)]
    [InlineData(30.0, null, 30)]
    [InlineData(9999.0, null, 600)]
    [InlineData(30.0, 20.0, 18)]
    [InlineData(5.0, 20.0, 5)]
    [InlineData(null, 1.0, 0.5)]
    [InlineData(null, -3.0, 0.001)]
    public void TimeLimit_OfCallServerAndDeadline_IsTheLeast(double? asked, double? remaining, double expected)
    {
        var limit = SearchBudget.TimeLimit(Seconds(asked), Seconds(remaining), new SolvingOptions());

        Assert.Equal(expected, limit.TotalSeconds, 6);
    }

    [Theory]
    [InlineData(18.0, 20.0, 0.1, 17.9)]
    [InlineData(18.0, 20.0, 4.0, 6)]
    [InlineData(18.0, 20.0, 15.0, 0.001)]
    public void UntilStop_SlowBuilding_LeavesTimeForReading(double limit, double remaining, double built, double expected)
    {
        var left = SearchBudget.UntilStop(TimeSpan.FromSeconds(limit), TimeSpan.FromSeconds(remaining), TimeSpan.FromSeconds(built));

        Assert.Equal(expected, left.TotalSeconds, 6);
    }

    private static TimeSpan? Seconds(double? number) => number is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
