using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Symbiosis.Grpc.TestHost;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section N of the checklist: what stands inside a message.</summary>
public sealed class WirePayloadTests(WireHost host) : WireTests(host)
{
    private const int TextField = 20;
    private const int NestedField = 26;

    public static TheoryData<string, string> BrokenPayloads => new()
    {
        { "truncated field", "A20105" },
        { "truncated tag", "A2" },
        { "tag 0", "00" },
        { "wire type 6", "06" },
        { "wire type 7", "07" },
        { "negative length", "A201FFFFFFFFFFFFFFFFFF01" },
        { "length of 2 GB", "A201FFFFFFFF07" },
        { "varint of 11 bytes", "18FFFFFFFFFFFFFFFFFFFF01" },
        { "end of a group that did not begin", "A401" },
        { "group that does not end", "A301" },
        { "truncated double", "C90100" },
    };

    [Theory]
    [MemberData(nameof(BrokenPayloads))]
    public async Task N01_BrokenPayload_Internal(string name, string hex)
    {
        foreach (var path in AllPaths)
        {
            var answer = await CallAsync(path.Data, GrpcFraming.Frame(Convert.FromHexString(hex)));

            Assert.True(answer.Status == StatusCode.Internal, $"{name}, {path.Data}: {answer}");
        }
    }

    [Theory]
    [InlineData(50, StatusCode.OK)]
    [InlineData(150, StatusCode.Internal)]
    [InlineData(2000, StatusCode.Internal)]
    public async Task N02_NestedMessages_AreReadToTheLimitOfDepth(int depth, StatusCode expected)
    {
        var bytes = Array.Empty<byte>();
        for (var i = 0; i < depth; i++)
            bytes = Field(NestedField, bytes);

        AssertStatus(expected, await CallAsync(UnaryPath, GrpcFraming.Frame(bytes)));
    }

    [Theory]
    [InlineData(150)]
    [InlineData(100_000)]
    public async Task N02_GroupsWithinGroups_Internal(int depth)
    {
        // Field 100 as group: start tag, end tag.
        byte[] bytes = [.. Enumerable.Repeat((byte[])[0xA3, 0x06], depth).SelectMany(tag => tag), .. Enumerable.Repeat((byte[])[0xA4, 0x06], depth).SelectMany(tag => tag)];

        AssertStatus(StatusCode.Internal, await CallAsync(UnaryPath, GrpcFraming.Frame(bytes)));
    }

    [Theory]
    [InlineData("C328")]
    [InlineData("EDA080")]
    [InlineData("FF")]
    [InlineData("C0AF")]
    [InlineData("F4908080")]
    [InlineData("E282")]
    public async Task N03_TextThatIsNoUtf8_IsRejected(string hex)
    {
        var text = Convert.FromHexString(hex);
        byte[][] payloads =
        [
            Field(TextField, text),
            Field(NestedField, Field(TextField, text)),
            // A map's key, a map's value, a string in a oneof, a string within google.protobuf.Value.
            Field(21, Field(1, text)),
            Field(21, Field(2, text)),
            Field(23, text),
            Field(27, Field(3, text)),
        ];
        foreach (var payload in payloads)
        {
            var answer = await CallAsync(UnaryPath, GrpcFraming.Frame(payload));

            Assert.True(answer.Status is StatusCode.Internal or StatusCode.InvalidArgument, $"{Convert.ToHexString(payload)}: {answer}");
        }
    }

    [Theory]
    [InlineData("钢铁 ☺ 😈")]
    [InlineData("\0\u007f\uFFFD")]
    public async Task N03_TextThatIsUtf8_IsUntouched(string text)
    {
        Assert.Equal(text, ResponseOf(await CallAsync(UnaryPath, new ProbeRequest { Text = text })).Text);
    }

    [Fact]
    public async Task N04_LoneSurrogateInAnAnswer_BecomesTheReplacementCharacter()
    {
        var answer = await CallAsync(UnaryPath, new ProbeRequest { Ending = Ending.LoneSurrogate });

        AssertStatus(StatusCode.OK, answer);
        Assert.Equal("�", ResponseOf(answer).Text);
    }

    [Fact]
    public async Task N05_UnknownFieldsAndEnumValues_AreNoError()
    {
        byte[] bytes = [.. new ProbeRequest { Text = "kept" }.ToByteArray(), .. Field(1000, [1, 2, 3]), 0x10, 0x7B, 0xA3, 0x06, 0xA4, 0x06];

        var answer = await CallAsync(UnaryPath, GrpcFraming.Frame(bytes));

        AssertStatus(StatusCode.OK, answer);
        Assert.Equal("kept", ResponseOf(answer).Text);
    }

    [Fact]
    public async Task N06_MillionsOfSubMessages_ResourceExhausted()
    {
        var options = new TestHostOptions { ConfigureGrpc = grpc => (grpc.MaxReceiveMessageSize, grpc.MaxMessageElementCount) = (16 << 20, 100_000) };
        await using var application = await WireHost.StartAsync(Host.Log, options);
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);

        Assert.Equal(StatusCode.ResourceExhausted, await ElementsAsync(connection, 3_000_000));
        Assert.Equal(StatusCode.ResourceExhausted, await ElementsAsync(connection, 100_001));
        Assert.Equal(StatusCode.OK, await ElementsAsync(connection, 99_000));
    }

    [Fact]
    public async Task N06_AmplificationWithinTheDefaults_IsBounded()
    {
        // A whole message of the default 4 MiB in entries of three bytes: some 1.4 million objects.
        var clock = Stopwatch.StartNew();
        await using var connection = await ConnectAsync();

        var status = await ElementsAsync(connection, ((4 << 20) - 10) / 3);

        Assert.True(status is StatusCode.OK or StatusCode.ResourceExhausted, status.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e308)]
    [InlineData(double.Epsilon)]
    public async Task N07_OddDoubles_AreCarriedToTheHandlerAsTheyAre(double value)
    {
        // To judge them is the application's part: Symbiosis.Api answers with the field's path.
        var ratio = ResponseOf(await CallAsync(UnaryPath, new ProbeRequest { Ratio = value })).Ratio;

        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(ratio));
    }

    [Fact]
    public async Task N09_RepeatedPiecesOfOneField_LastWinsOrAllAreKept()
    {
        byte[] bytes =
        [
            .. new ProbeRequest { Labels = { ["k"] = "first" }, Name = "gone", Numbers = { 1, 2 } }.ToByteArray(),
            .. new ProbeRequest { Labels = { ["k"] = "last" }, Index = 7 }.ToByteArray(),
            // Field 22, not packed: 3.
            0xB0, 0x01, 0x03,
        ];

        var response = ResponseOf(await CallAsync(UnaryPath, GrpcFraming.Frame(bytes)));

        Assert.Equal("last", response.Labels["k"]);
        Assert.Equal([1, 2, 3], response.Numbers);
        Assert.Equal("", response.Name);
        Assert.Equal(7, response.Index);
    }

    private static async Task<StatusCode?> ElementsAsync(WireConnection connection, int count)
    {
        // Field 28, length 0: a google.protobuf.Value without a kind.
        var payload = new byte[count * 3];
        for (var i = 0; i < payload.Length; i += 3)
            (payload[i], payload[i + 1]) = (0xE2, 0x01);
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(GrpcFraming.Frame(payload), endStream: true);
        return (await call.AnswerAsync()).Status;
    }

    /// <summary>A field of bytes with its tag and length.</summary>
    private static byte[] Field(int number, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(content));
        }

        return stream.ToArray();
    }
}
