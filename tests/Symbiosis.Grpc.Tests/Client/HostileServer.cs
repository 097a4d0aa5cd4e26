using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>An HTTP/2 server on a socket that answers every call as the test says, frame by frame.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<HostileCall> _calls = [];
    private readonly ConcurrentBag<Task> _tasks = [];
    private readonly TaskCompletionSource<HostileCall> _firstCall = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<HostileCall, Task> _onCall;
    private readonly Func<Stream, Task<Stream>>? _secure;
    private int _connectionCount;

    private HostileServer(int port, Func<HostileCall, Task> onCall, Func<Stream, Task<Stream>>? secure, (Http2SettingId Id, uint Value)[] settings)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _onCall = onCall;
        _secure = secure;
        Settings = settings;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _tasks.Add(AcceptAsync());
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>What the server tells of itself.</summary>
    public (Http2SettingId Id, uint Value)[] Settings { get; }

    /// <summary>Whether the client may send on after the first windows are full. Default: yes.</summary>
    public bool ReturnsWindows { get; set; } = true;

    /// <summary>Calls so far, in order.</summary>
    public IReadOnlyList<HostileCall> Calls => [.. _calls];

    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>Starts it on a free port of loopback.</summary>
    /// <param name="onCall">Answers a call; runs when its headers are there.</param>
    /// <param name="settings">SETTINGS of the server.</param>
    public static HostileServer Start(Func<HostileCall, Task> onCall, params (Http2SettingId Id, uint Value)[] settings) => new(0, onCall, null, settings);

    /// <summary>Starts it on a port that was free a moment ago.</summary>
    public static HostileServer StartAt(int port, Func<HostileCall, Task> onCall) => new(port, onCall, null, []);

    /// <summary>Starts it behind TLS.</summary>
    public static HostileServer StartSecure(Func<Stream, Task<Stream>> secure, Func<HostileCall, Task> onCall) => new(0, onCall, secure, []);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_tasks).WaitAsync(WireConnection.Patience);
    }

    /// <summary>Waits until a call has come.</summary>
    public Task<HostileCall> FirstCallAsync() => _firstCall.Task.WaitAsync(WireConnection.Patience);

    internal void Begin(HostileCall call)
    {
        _calls.Enqueue(call);
        _firstCall.TrySetResult(call);
        _tasks.Add(Task.Run(() => AnswerAsync(call)));
    }

    private async Task AnswerAsync(HostileCall call)
    {
        try
        {
            await _onCall(call).WaitAsync(_closing.Token);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client left or the test ended.
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                client.NoDelay = true;
                var isFirst = Interlocked.Increment(ref _connectionCount) == 1;
                _tasks.Add(Task.Run(() => ServeAsync(client, isFirst)));
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or OperationCanceledException)
        {
            // The test ended.
        }
    }

    private async Task ServeAsync(TcpClient client, bool isFirst)
    {
        try
        {
            var stream = _secure is null ? client.GetStream() : await _secure(client.GetStream());
            await new HostileConnection(this, stream, isFirst).RunAsync(_closing.Token);
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client refused the handshake.
        }
        finally
        {
            client.Dispose();
        }
    }
}
