using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section E of the checklist: metadata.</summary>
public sealed class WireMetadataTests(WireHost host) : WireTests(host)
{
    [Theory]
    [InlineData("AAE")]
    [InlineData("AAE=")]
    public async Task E01_BinaryValueWithAndWithoutPadding_IsDecoded(string value)
    {
        var seen = await SeenAsync(("x-own-bin", value));

        Assert.Equal([0, 1], Assert.Single(seen).Value.ToByteArray());
    }

    [Fact]
    public async Task E02_JoinedBinaryValues_AreTwo()
    {
        var seen = await SeenAsync(("x-own-bin", "AA,BB==, CCA"));

        Assert.Equal(["00", "04", "0820"], seen.Select(entry => Convert.ToHexString(entry.Value.Span)));
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("ZG9uZ")]
    [InlineData("====")]
    public async Task E03_BinaryValueThatIsNoBase64_Internal(string value)
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.Internal, await CallAsync(path.Data, Good(), ("x-own-bin", value)));
    }

    [Fact]
    public async Task E04_DuplicateKey_ValuesKeepTheirOrder()
    {
        var seen = await SeenAsync(("x-own", "1"), ("x-own", "2"), ("x-own", "3"));

        Assert.Equal("1,2,3", string.Join(',', seen.Select(entry => entry.Text.Replace(", ", ",", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(UnaryPath, 0)]
    [InlineData(ClientStreamPath, 0)]
    [InlineData(ServerStreamPath, 0)]
    [InlineData(DuplexPath, 0)]
    [InlineData(UnaryPath, 9)]
    [InlineData(ClientStreamPath, 9)]
    [InlineData(ServerStreamPath, 9)]
    [InlineData(DuplexPath, 9)]
    public async Task E05_DuplicatesInHeadersAndTrailers_ArriveOnTheirSide(string path, int code)
    {
        var request = new ProbeRequest { ResponseCount = 1, StatusCode = code };
        request.Headers.Add([Text("x-head", "1"), Text("x-head", "2"), Binary("x-head-bin", 1, 2)]);
        request.Trailers.Add([Text("x-tail", "3"), Text("x-tail", "4"), Binary("x-tail-bin", 3), Binary("x-tail-bin", 4)]);

        var answer = await CallAsync(path, request);

        AssertStatus((StatusCode)code, answer);
        Assert.Equal(2, answer.Blocks.Count);
        Assert.Equal(["1", "2"], Values(answer.Headers, "x-head"));
        Assert.Equal(["AQI"], Values(answer.Headers, "x-head-bin"));
        Assert.Equal(["3", "4"], Values(answer.Trailers, "x-tail"));
        Assert.Equal(["Aw", "BA"], Values(answer.Trailers, "x-tail-bin"));
        Assert.Empty(Values(answer.Headers, "x-tail"));
        Assert.Empty(Values(answer.Trailers, "x-head"));
    }

    [Fact]
    public async Task E05_TrailersOfAnErrorBeforeAllElse_ArriveInTrailersOnly()
    {
        var request = new ProbeRequest { StatusCode = 5 };
        request.Trailers.Add(Text("x-tail", "1"));

        var answer = await CallAsync(UnaryPath, request);

        Assert.True(answer.IsTrailersOnly, answer.ToString());
        Assert.Equal("1", answer.Trailer("x-tail"));
    }

    [Fact]
    public async Task E06_BinaryValuesOfTheServer_AreUnpaddedUnderALowerCaseName()
    {
        var request = new ProbeRequest();
        request.Headers.Add(Binary("X-Head-bin", 0xab, 0xab));
        request.Trailers.Add(Binary("X-Tail-bin", 0xff));

        var answer = await CallAsync(UnaryPath, request);

        Assert.Equal("q6s", answer.Header("x-head-bin"));
        Assert.Equal("/w", answer.Trailer("x-tail-bin"));
    }

    [Theory]
    [InlineData("tab\there")]
    [InlineData("control\u0001here")]
    [InlineData("delete\u007fhere")]
    public async Task E07_ControlCharactersInARequestValue_AreNoFault(string value)
    {
        var answer = await CallAsync(UnaryPath, Good(), ("x-own", value));

        Assert.True(answer.Status == StatusCode.OK || answer.HttpStatus == "400", answer.ToString());
    }

    [Fact]
    public async Task E07_Utf8InARequestValue_IsNoFault()
    {
        var answer = await CallAsync(UnaryPath, Good(), ("x-own", Encoding.Latin1.GetString("☺"u8)));

        AssertStatus(StatusCode.OK, answer);
    }

    [Theory]
    [InlineData("line\r\nbreak: x")]
    [InlineData("control\u0001here")]
    [InlineData("☺ 😈")]
    [InlineData("nul\0")]
    public async Task E07_SuchValuesEchoed_AreMadeHarmless(string value)
    {
        var request = new ProbeRequest();
        request.Headers.Add(Text("x-head", value));
        request.Trailers.Add(Text("x-tail", value));

        var answer = await CallAsync(UnaryPath, request);

        AssertStatus(StatusCode.OK, answer);
        foreach (var echoed in (string?[])[answer.Header("x-head"), answer.Trailer("x-tail")])
        {
            Assert.NotNull(echoed);
            Assert.All(echoed, character => Assert.InRange(character, ' ', '~'));
        }
    }

    [Fact]
    public async Task E08_SpacesAroundAValue_MayGo()
    {
        var seen = await SeenAsync(("x-own", "  a b  "));

        Assert.Equal("a b", Assert.Single(seen).Text.Trim());
    }

    [Theory]
    [InlineData("grpc-status", "0")]
    [InlineData("grpc-message", "mine")]
    [InlineData("content-type", "text/html")]
    [InlineData("grpc-encoding", "foo")]
    public async Task E09_ProtocolNamesInTheHandlersMetadata_AreOverridden(string name, string value)
    {
        foreach (var path in AllPaths)
        {
            var request = new ProbeRequest { StatusCode = 9, StatusMessage = "real", ResponseCount = 1 };
            request.Headers.Add(Text(name, value));
            request.Trailers.Add(Text(name, value));

            var answer = await CallAsync(path.Data, request);

            AssertStatus(StatusCode.FailedPrecondition, answer);
            Assert.Equal("real", answer.Message);
            Assert.DoesNotContain(answer.Blocks.SelectMany(block => block), field => field.Name == name && field.Value == value);
        }
    }

    private static Entry Text(string key, string value) => new() { Key = key, Text = value };

    private static Entry Binary(string key, params byte[] value) => new() { Key = key, Value = ByteString.CopyFrom(value) };

    private static IEnumerable<string> Values(IEnumerable<(string Name, string Value)> block, string name) =>
        block.Where(field => field.Name == name).Select(field => field.Value);

    /// <summary>The metadata whose keys begin with x-own, as the handler saw it.</summary>
    private async Task<IReadOnlyList<Entry>> SeenAsync(params (string Name, string Value)[] fields)
    {
        var answer = await CallAsync(UnaryPath, Good(), fields);
        AssertStatus(StatusCode.OK, answer);
        return [.. ResponseOf(answer).Metadata.Where(entry => entry.Key.StartsWith("x-own", StringComparison.Ordinal))];
    }
}
