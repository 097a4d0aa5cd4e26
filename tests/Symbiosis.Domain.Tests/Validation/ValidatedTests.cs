using Symbiosis.Domain.Validation;

namespace Symbiosis.Domain.Tests.Validation;

public sealed class ValidatedTests
{
    [Fact]
    public void Create_WarningsOnly_KeepsTheValue()
    {
        var validated = Validated<string>.Create("value", [Violation(Severity.Warning)]);

        Assert.True(validated.IsValid);
        Assert.Single(validated.Violations);
    }

    [Fact]
    public void Create_OneErrorBehindAHundredWarnings_RefusesTheValue()
    {
        var violations = Enumerable.Repeat(Violation(Severity.Warning), 150).Append(Violation(Severity.Error));

        var validated = Validated<string>.Create("value", violations);

        Assert.False(validated.IsValid);
        Assert.Equal(100, validated.Violations.Count);
        Assert.Equal(Severity.Error, validated.Violations[0].Severity);
    }

    [Fact]
    public void ViolationList_FloodOfWarnings_KeepsTheErrorAfterIt()
    {
        var list = new ViolationList();
        for (var i = 0; i < 500; i++) list.Add(Violation(Severity.Warning));

        list.Add(Violation(Severity.Error));

        Assert.Equal(101, list.Violations.Count);
        Assert.Equal(Severity.Error, list.Violations[0].Severity);
    }

    private static Violation Violation(Severity severity) => new("park", "CODE", "Sentence.", "", severity);
}
