using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.Extensions.Logging;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

public sealed class ChannelTests
{
    [Fact]
    public void Options_Defaults_AreThoseOfTheOriginal()
    {
        var options = new GrpcChannelOptions();

        Assert.Equal(4 * 1024 * 1024, options.MaxReceiveMessageSize);
        Assert.Null(options.MaxSendMessageSize);
        Assert.Equal(5, options.MaxRetryAttempts);
        Assert.Equal(16 * 1024 * 1024, options.MaxRetryBufferSize);
        Assert.Equal(1024 * 1024, options.MaxRetryBufferPerCallSize);
        Assert.False(options.DisposeHttpClient);
        Assert.False(options.ThrowOperationCanceledOnCancellation);
        Assert.False(options.UnsafeUseInsecureChannelCallCredentials);
        Assert.Equal(TimeSpan.FromSeconds(1), options.InitialReconnectBackoff);
        Assert.Equal(TimeSpan.FromSeconds(120), options.MaxReconnectBackoff);
    }

    [Fact]
    public void ForAddress_ContradictingOptions_AreRefused()
    {
        using var http = new HttpClient();
        using var handler = new SocketsHttpHandler();

        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress("http://a", new GrpcChannelOptions { HttpClient = http, HttpHandler = handler }));
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://a", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("https://a", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure }));
        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress("ftp://a"));
        Assert.Throws<UriFormatException>(() => GrpcChannel.ForAddress("a"));
    }

    [Fact]
    public void Target_IsHostAndPort()
    {
        using var channel = GrpcChannel.ForAddress("http://park.example:5000");

        Assert.Equal("park.example:5000", channel.Target);
    }

    [Fact]
    public async Task Dispose_WithRunningCalls_CancelsThemAndRefusesNewOnes()
    {
        await using var server = HostileServer.Start(call => call.HeadersAsync());
        var channel = TestChannel.To(server);
        var unary = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options());
        var stream = channel.Client.FullDuplexCall(TestChannel.Options());
        await unary.ResponseHeadersAsync;
        await stream.ResponseHeadersAsync;
        var read = stream.ResponseStream.MoveNext(CancellationToken.None);

        await channel.Channel.ShutdownAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => unary.ResponseAsync)).StatusCode);
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => read)).StatusCode);
        Assert.Throws<ObjectDisposedException>(() => channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options()));
        Assert.Throws<ObjectDisposedException>(channel.Channel.CreateCallInvoker);
        channel.Dispose();
    }

    [Fact]
    public async Task Dispose_GivenHandler_IsDisposedOnlyOnDemand()
    {
        foreach (var disposes in new[] { true, false })
        {
            await using var server = HostileServer.Start(call => call.AnswerAsync([]));
            using var handler = new SocketsHttpHandler();
            using (var channel = TestChannel.To(server, new() { HttpHandler = handler, DisposeHttpClient = disposes }))
                await channel.UnaryAsync();

            using var second = TestChannel.To(server, new() { HttpHandler = handler });
            if (disposes)
                await second.FailUnaryAsync();
            else
                await second.UnaryAsync();
        }
    }

    [Fact]
    public async Task HttpClient_Given_IsUsedWithoutWaitingForTheBody()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.MessageAsync([]);
        });
        using var http = new HttpClient();
        using var channel = TestChannel.To(server, new() { HttpClient = http });
        using var call = channel.Client.StreamingOutputCall(new StreamingOutputCallRequest(), TestChannel.Options());

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallCredentials_WithoutTls_AreSentOnlyWhenPermitted(bool isPermitted)
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        var log = new ListLoggerFactory();
        using var channel = TestChannel.To(server, new() { UnsafeUseInsecureChannelCallCredentials = isPermitted, LoggerFactory = log });
        var credentials = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("authorization", "Bearer secret");
            return Task.CompletedTask;
        });

        await channel.UnaryAsync(TestChannel.Options().WithCredentials(credentials));

        Assert.Equal(isPermitted ? "Bearer secret" : null, server.Calls[0].Header("authorization"));
        Assert.Equal(isPermitted ? 0 : 1, log.Entries.Count(entry => entry.Level == LogLevel.Warning));
        Assert.DoesNotContain(log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallCredentials_ThatFail_FailTheCallWithoutSending()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server, new() { UnsafeUseInsecureChannelCallCredentials = true });
        var ofRpc = CallCredentials.FromInterceptor((_, _) => throw new RpcException(new Status(StatusCode.Unauthenticated, "expired")));
        var other = CallCredentials.FromInterceptor((_, _) => throw new FormatException("no token"));

        var first = await channel.FailUnaryAsync(TestChannel.Options().WithCredentials(ofRpc));
        var second = await channel.FailUnaryAsync(TestChannel.Options().WithCredentials(other));

        Assert.Equal(new Status(StatusCode.Unauthenticated, "expired"), first.Status);
        Assert.Equal(StatusCode.Internal, second.StatusCode);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Keepalive_DefaultHandler_OpensMoreConnectionsWhenOneIsFull()
    {
        await using var server = HostileServer.Start(
            async call =>
            {
                if (call.Header("x-wait") is null)
                    await call.AnswerAsync([]);
            },
            (Http2SettingId.MaxConcurrentStreams, 2));
        using var channel = TestChannel.To(server);
        await channel.UnaryAsync();
        var held = Enumerable.Range(0, 2).Select(_ => channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options(new Metadata { { "x-wait", "1" } }))).ToList();

        await channel.UnaryAsync();

        Assert.Equal(2, server.ConnectionCount);
        Assert.All(held, call => Assert.False(call.ResponseAsync.IsCompleted));
        held.ForEach(call => call.Dispose());
        Assert.All(await Task.WhenAll(held.Select(call => Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync).WaitAsync(WireConnection.Patience))), failure =>
            Assert.Equal(StatusCode.Cancelled, failure.StatusCode));
    }

    private sealed class ListLoggerFactory : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Enqueue((logLevel, formatter(state, exception)));
    }
}
