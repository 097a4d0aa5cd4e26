using Grpc.Core;
using Grpc.Testing;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Checklist: answers that are no clean gRPC.</summary>
public sealed class HttpAnswerTests
{
    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(431, StatusCode.Internal)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(204, StatusCode.Unknown)]
    [InlineData(302, StatusCode.Unknown)]
    [InlineData(409, StatusCode.Unknown)]
    [InlineData(500, StatusCode.Unknown)]
    public async Task Q01_HttpStatusWithoutGrpcStatus_IsMapped(int httpStatus, StatusCode expected)
    {
        await using var server = HostileServer.Start(call => call.BlockAsync(true, (":status", $"{httpStatus}"), ("content-type", "text/html")));
        using var channel = TestChannel.To(server);

        Assert.Equal(expected, (await channel.FailUnaryAsync()).StatusCode);
        Assert.Equal(expected, (await channel.FailStreamAsync()).Failure.StatusCode);
    }

    [Fact]
    public async Task Q01_HttpStatusWithGrpcStatus_GrpcStatusWins()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.BlockAsync(false, (":status", "503"), ("content-type", "text/plain"), ("grpc-status", "5"), ("grpc-message", "no such park"));
            await call.DataAsync("sorry"u8.ToArray(), endStream: true);
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(new Status(StatusCode.NotFound, "no such park"), failure.Status);
    }

    [Fact]
    public async Task Q02_ForeignContentType_IsUnknown()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.BlockAsync(false, (":status", "200"), ("content-type", "image/jpeg"));
            await call.DataAsync([0xFF, 0xD8], endStream: true);
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains("image/jpeg", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("800")]
    [InlineData("599")]
    public async Task Q02_HttpStatusNobodyKnows_IsUnknown(string httpStatus)
    {
        await using var server = HostileServer.Start(call => call.BlockAsync(true, (":status", httpStatus)));
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Unknown, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Theory]
    [InlineData("application/grpcfoo", StatusCode.Unknown)]
    [InlineData("application/json", StatusCode.Unknown)]
    [InlineData("application/grpc+thrift", StatusCode.Internal)]
    public async Task Q06_ForeignCodec_IsRefused(string contentType, StatusCode expected)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.BlockAsync(false, (":status", "200"), ("content-type", contentType));
            await call.MessageAsync([]);
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(expected, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("APPLICATION/GRPC")]
    [InlineData("application/grpc; charset=utf-8")]
    public async Task Q06_KnownCodec_IsRead(string contentType)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.BlockAsync(false, (":status", "200"), ("content-type", contentType));
            await call.MessageAsync(TestChannel.Response(3));
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(3, (await channel.UnaryAsync()).Payload.Body.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("17")]
    [InlineData("4294967296")]
    public async Task Q03_TrailersWithoutAGoodStatus_AreUnknown(string? status)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.MessageAsync([]);
            await call.TrailersAsync(status is null ? [("x-extra", "1")] : [("grpc-status", status), ("x-extra", "1")]);
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Unknown, (await channel.FailUnaryAsync()).StatusCode);
        var (count, failure) = await channel.FailStreamAsync();
        Assert.Equal(1, count);
        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Equal("1", failure.Trailers.GetValue("x-extra"));
    }

    [Fact]
    public async Task Q04_StatusInHeadersAndBody_HeaderIsIgnored()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync(("grpc-status", "9"));
            await call.MessageAsync(TestChannel.Response(1));
            if (call.Header("x-with-trailers") is null)
                await call.DataAsync([], endStream: true);
            else
                await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Unknown, (await channel.FailUnaryAsync()).StatusCode);
        var options = TestChannel.Options(new Metadata { { "x-with-trailers", "1" } });
        Assert.Equal(1, (await channel.UnaryAsync(options)).Payload.Body.Length);
    }

    [Fact]
    public async Task Q04_StatusInHeadersAndTrailers_TrailersWin()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync(("grpc-status", "0"));
            await call.TrailersAsync(("grpc-status", "10"), ("grpc-message", "late"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(new Status(StatusCode.Aborted, "late"), (await channel.FailUnaryAsync()).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Q05_OkWithAnotherNumberOfMessagesThanOne_IsUnimplemented(int count)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            for (var i = 0; i < count; i++)
                await call.MessageAsync([]);
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Unimplemented, (await channel.FailUnaryAsync()).StatusCode);
        using var stream = channel.Client.StreamingInputCall(TestChannel.Options());
        await stream.RequestStream.CompleteAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Fact]
    public async Task Q05_TrailersOnlyOkForUnary_IsUnimplemented()
    {
        await using var server = HostileServer.Start(call => call.TrailersOnlyAsync(("grpc-status", "0")));
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Unimplemented, (await channel.FailUnaryAsync()).StatusCode);
        using var stream = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());
        Assert.False(await stream.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(Status.DefaultSuccess, stream.GetStatus());
    }

    [Theory]
    [InlineData("foo", 1, "foo")]
    [InlineData("identity", 1, "compressed")]
    [InlineData(null, 1, "compressed")]
    [InlineData("gzip", 1, "gzip")]
    [InlineData("deflate", 1, "deflate")]
    [InlineData("gzip", 2, "flag 2")]
    [InlineData(null, 128, "flag 128")]
    public async Task Q06_MessageThatCannotBeDecoded_IsInternal(string? encoding, byte flag, string detail)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync(encoding is null ? [] : [("grpc-encoding", encoding)]);
            await call.MessageAsync([1, 2, 3, 4], flag);
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.Contains(detail, failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q06_UnknownEncodingWithoutFlag_IsRead()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync(("grpc-encoding", "foo"));
            await call.MessageAsync(TestChannel.Response(2));
            await call.TrailersAsync(("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);

        Assert.Equal(2, (await channel.UnaryAsync()).Payload.Body.Length);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Read_BodyEndsWithinAMessage_IsInternalUnlessTrailersSayMore(int length)
    {
        var frame = GrpcFraming.Frame(TestChannel.Response(10))[..length];
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.DataAsync(frame);
            await call.TrailersAsync(("grpc-status", call.Header("x-status")!));
        });
        using var channel = TestChannel.To(server);

        var ok = await channel.FailUnaryAsync(TestChannel.Options(new Metadata { { "x-status", "0" } }));
        var failed = await channel.FailUnaryAsync(TestChannel.Options(new Metadata { { "x-status", "15" } }));

        Assert.Equal(new Status(StatusCode.Internal, "Incomplete message."), ok.Status);
        Assert.Equal(StatusCode.DataLoss, failed.StatusCode);
    }

    [Fact]
    public async Task Q07_TrailersOnly_HasStatusMessageAndMetadata()
    {
        await using var server = HostileServer.Start(call => call.BlockAsync(
            true,
            (":status", "200"),
            ("x-many", "1"),
            ("grpc-message", "%F0%9F%98%88 done"),
            ("grpc-status", "8"),
            ("x-bytes-bin", "q6ur"),
            ("x-bytes-bin", "q6urAA=="),
            ("content-type", "application/grpc"),
            ("x-many", "2, 3")));
        using var channel = TestChannel.To(server);
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(new Status(StatusCode.ResourceExhausted, "😈 done"), failure.Status);
        Assert.Equal(["1", "2, 3"], failure.Trailers.GetAll("x-many").Select(entry => entry.Value));
        Assert.Equal([new byte[] { 0xAB, 0xAB, 0xAB }, [0xAB, 0xAB, 0xAB, 0]], failure.Trailers.GetAll("x-bytes-bin").Select(entry => entry.ValueBytes));
        Assert.Equal(failure.Status, call.GetStatus());
        Assert.Same(failure.Trailers, call.GetTrailers());
        Assert.Equal("1", (await call.ResponseHeadersAsync)[0].Value);
    }

    [Fact]
    public async Task Q07_JoinedBinaryValues_AreSeparated()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync(("x-bin", "AQ,Ag=="));
            await call.MessageAsync([]);
            await call.TrailersAsync(("x-bad-bin", "?!"), ("grpc-status", "0"));
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());

        await call;

        Assert.Equal([[1], [2]], (await call.ResponseHeadersAsync).GetAll("x-bin").Select(entry => entry.ValueBytes));
        Assert.Empty(call.GetTrailers());
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%A", "%A")]
    [InlineData("%G0", "%G0")]
    [InlineData("100% sure %41", "100% sure A")]
    [InlineData("%FF", "\uFFFD")]
    public async Task Q09_InvalidPercentEncoding_KeepsTheText(string sent, string expected)
    {
        await using var server = HostileServer.Start(call => call.TrailersOnlyAsync(("grpc-status", "2"), ("grpc-message", sent)));
        using var channel = TestChannel.To(server);

        Assert.Equal(expected, (await channel.FailUnaryAsync()).Status.Detail);
    }
}
