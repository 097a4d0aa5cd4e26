using System.Text;
using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Reading;

public sealed class JsonWalkerTests
{
    [Theory]
    [InlineData("", "INVALID_JSON", "park")]
    [InlineData("{", "INVALID_JSON", "park")]
    [InlineData("[]", "WRONG_TYPE", "park")]
    [InlineData("null", "WRONG_TYPE", "park")]
    [InlineData("{} {}", "INVALID_JSON", "park")]
    [InlineData("{\"id\": \"a\",}", "INVALID_JSON", "park")]
    [InlineData("{\"plants\": [{\"streams\": [{\"heat_kw\": 1..2}]}]}", "INVALID_JSON", "park.plants[0].streams[0].heat_kw")]
    [InlineData("{\"id\": \"\\ud800\"}", "INVALID_UTF8", "park.id")]
    [InlineData("{\"\\ud800\": 1}", "INVALID_UTF8", "park.?")]
    [InlineData("{\"id\": \"a\", \"id\": \"b\"}", "DUPLICATE_KEY", "park.id")]
    [InlineData("{\"x\": 1, \"x\": 2}", "DUPLICATE_KEY", "park.x")]
    [InlineData("{\"plants\": [{\"default_approach_k\": NaN}]}", "NOT_FINITE", "park.plants[0].default_approach_k")]
    [InlineData("{\"plants\": [{\"default_approach_k\": -Infinity}]}", "NOT_FINITE", "park.plants[0].default_approach_k")]
    [InlineData("{\"profiles\": [{\"values\": [1, 2, NaN]}]}", "NOT_FINITE", "park.profiles[0].values[2]")]
    public void Walk_BadText_IsToldWithPathAndCode(string json, string code, string path)
    {
        var violations = Walk(json);

        Assert.Contains(violations, violation => violation.Code == code && violation.FieldPath == path);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\": null, \"plants\": null}")]
    [InlineData("{\"nameZh\": \"NaN, Infinity \\\" NaN\", \"description\": \"NaN\"}")]
    [InlineData("{\"plants\": [{\"sector\": 1, \"defaultApproachK\": 1e1}], \"economics\": {\"price_year\": 2.026e3}}")]
    public void Walk_GoodText_IsAcceptedByTheParserToo(string json)
    {
        Assert.Empty(Walk(json));
        Assert.True(ParkReader.ParseJson(Encoding.UTF8.GetBytes(json)).IsValid);
    }

    [Fact]
    public void Walk_MarkedUtf8_IsRead()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(GoodPark.Json)];

        Assert.True(ParkReader.ReadJson(json).IsValid);
    }

    [Fact]
    public void Walk_InvalidUtf8_IsRefused()
    {
        byte[] json = [.. "{\"id\": \""u8, 0xFF, .. "\"}"u8];

        Assert.Equal(ViolationCodes.InvalidUtf8, Assert.Single(JsonWalker.Walk(json, V1.Park.Descriptor, "park")).Code);
    }

    [Fact]
    public void Walk_HundredLevels_IsTooDeep()
    {
        var json = "{\"x\": " + new string('[', 100) + new string(']', 100) + "}";

        Assert.Equal(ViolationCodes.TooDeep, Assert.Single(Walk(json)).Code);
    }

    [Theory]
    [InlineData(63, false)]
    [InlineData(64, true)]
    public void Walk_AtTheBoundOfDepth_RefusesTheSixtyFifthLevel(int listCount, bool refused)
    {
        var json = "{\"x\": " + new string('[', listCount) + new string(']', listCount) + "}";

        Assert.Equal(refused, Walk(json).Any(violation => violation.Code == ViolationCodes.TooDeep));
    }

    [Fact]
    public void Walk_MillionOpenBrackets_EndsAtTheBound()
    {
        Assert.Equal(ViolationCodes.TooDeep, Assert.Single(Walk("{\"x\": " + new string('[', 1_000_000))).Code);
    }

    [Fact]
    public void Walk_LongerThanAllowed_IsRefusedUnread()
    {
        var violation = Assert.Single(JsonWalker.Walk(new byte[11], V1.Park.Descriptor, "park", maxByteCount: 10));

        Assert.Equal(ViolationCodes.TooLarge, violation.Code);
    }

    [Fact]
    public void Walk_SlipOfTheFinger_SuggestsTheName()
    {
        var violation = Assert.Single(Walk("{\"plants\": [{\"streams\": [{\"target_celcius\": 1}]}]}"));

        Assert.Equal("park.plants[0].streams[0].target_celcius", violation.FieldPath);
        Assert.Contains("'target_celsius'", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_TwoFaultsAndASyntaxError_TellsAllThree()
    {
        var codes = Walk("{\"colour\": 1, \"id\": 7, \"plants\": [}").Select(violation => violation.Code);

        Assert.Equal([ViolationCodes.UnknownField, ViolationCodes.WrongType, ViolationCodes.InvalidJson], codes);
    }

    private static IReadOnlyList<Violation> Walk(string json) => JsonWalker.Walk(Encoding.UTF8.GetBytes(json), V1.Park.Descriptor, "park");
}
