using Grpc.Core;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section C of the checklist: length-prefixed messages.</summary>
public sealed class WireFramingTests(WireHost host) : WireTests(host)
{
    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task C01_EmptyMessage_ReachesTheHandler(string path)
    {
        var answer = await CallAsync(path, GrpcFraming.Frame([]));

        AssertStatus(StatusCode.OK, answer);
        if (path is UnaryPath or ClientStreamPath)
            Assert.Equal(1, ResponseOf(answer).RequestCount);
    }

    [Theory]
    [InlineData(UnaryPath, 1)]
    [InlineData(UnaryPath, 4)]
    [InlineData(ServerStreamPath, 2)]
    [InlineData(ClientStreamPath, 3)]
    [InlineData(DuplexPath, 4)]
    public async Task C02_PrefixCut_Internal(string path, int length)
    {
        var answer = await CallAsync(path, Good()[..length]);

        AssertStatus(StatusCode.Internal, answer);
        Assert.Contains("Incomplete message.", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task C03_BodyCut_Internal(string path)
    {
        var answer = await CallAsync(path, Good()[..^1]);

        AssertStatus(StatusCode.Internal, answer);
        Assert.Contains("Incomplete message.", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C04_GoodMessageThenAPartialOne_HandlerGetsTheFirstThenInternal()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(DuplexPath);
        await call.SendDataAsync(Good(request => request.ResponseCount = 1));
        var first = await call.NextMessageAsync();
        await call.SendDataAsync(Good()[..7], endStream: true);

        var answer = await call.AnswerAsync();

        Assert.NotNull(first);
        AssertStatus(StatusCode.Internal, answer);
    }

    [Theory]
    [MemberData(nameof(SingleRequestPaths))]
    public async Task C05_TwoMessages_Unimplemented(string path)
    {
        AssertStatus(StatusCode.Unimplemented, await CallAsync(path, [.. Good(), .. Good()]));
    }

    [Theory]
    [MemberData(nameof(SingleRequestPaths))]
    public async Task C06_NoMessage_Unimplemented(string path)
    {
        AssertStatus(StatusCode.Unimplemented, await CallAsync(path, []));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    public async Task C07_FlagThatIsNeither0Nor1_Internal(byte flag)
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.Internal, await CallAsync(path.Data, GrpcFraming.Frame([], flag)));
    }

    [Theory]
    [InlineData(4u * 1024 * 1024 + 1)]
    [InlineData(int.MaxValue)]
    public async Task C08_LengthAboveLimit_ResourceExhaustedBeforeTheBodyComes(uint claimedLength)
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.ResourceExhausted, await PrefixOnlyAsync(path.Data, claimedLength));
    }

    [Theory]
    [InlineData(0x80000000)]
    [InlineData(0xFFFFFFFF)]
    public async Task C09_LengthBeyondInt32_ResourceExhausted(uint claimedLength)
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.ResourceExhausted, await PrefixOnlyAsync(path.Data, claimedLength));
    }

    [Theory]
    [MemberData(nameof(SingleRequestPaths))]
    public async Task C10_StreamLeftOpenAfterTheMessage_AnsweredOnlyAtItsEnd(string path)
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path);
        await call.SendDataAsync(Good());
        var other = connection.NewCall();
        await other.SendHeadersAsync(path);
        await other.SendDataAsync(Good(), endStream: true);
        // By the time the second call is answered, an early answer to the first would have come before it.
        await other.AnswerAsync();
        await connection.PingAsync(new byte[8]);
        Assert.Equal(0, call.BlockCount);

        await call.EndAsync();

        AssertStatus(StatusCode.OK, await call.AnswerAsync());
    }

    [Fact]
    public async Task C10_StreamLeftOpenUntilTheDeadline_DeadlineExceeded()
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath, ("grpc-timeout", "200m"));
        await call.SendDataAsync(Good());

        var answer = await call.AnswerAsync();

        Assert.True(answer.Status == StatusCode.DeadlineExceeded || answer.ResetCode == Http2ErrorCode.Cancel, answer.ToString());
    }

    [Fact]
    public async Task C11_ThousandsOfEmptyMessagesAFrame_AreAllCounted()
    {
        // 3,000 prefixes of five bytes fill one DATA frame; ten such frames are 30,000 messages.
        var body = new byte[10 * 3000 * GrpcFraming.PrefixLength];

        var answer = await CallAsync(ClientStreamPath, body);

        Assert.Equal(30_000, ResponseOf(answer).RequestCount);
    }

    private async Task<WireAnswer> PrefixOnlyAsync(string path, uint claimedLength)
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path);
        // The body never comes and the stream stays open: the prefix must be enough.
        await call.SendDataAsync(GrpcFraming.Frame([], claimedLength: claimedLength));
        return await call.AnswerAsync();
    }
}
