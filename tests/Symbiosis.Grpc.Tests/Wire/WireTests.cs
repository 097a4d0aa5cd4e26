using Grpc.Core;
using Symbiosis.Grpc.TestHost;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// Base of the checklist's tests. After each of them the server must still answer a good call, and no error line may stand in its log but those that the test
/// has named by <see cref="ExpectError"/>.
/// </summary>
public abstract class WireTests(WireHost host) : IClassFixture<WireHost>, IAsyncLifetime
{
    private protected const string UnaryPath = "/symbiosis.testing.ProbeService/Unary";
    private protected const string ClientStreamPath = "/symbiosis.testing.ProbeService/ClientStream";
    private protected const string ServerStreamPath = "/symbiosis.testing.ProbeService/ServerStream";
    private protected const string DuplexPath = "/symbiosis.testing.ProbeService/Duplex";

    private readonly List<string> _expectedErrors = [];

    /// <summary>The four paths.</summary>
    public static TheoryData<string> AllPaths => [UnaryPath, ClientStreamPath, ServerStreamPath, DuplexPath];

    /// <summary>Paths of methods that take one message.</summary>
    public static TheoryData<string> SingleRequestPaths => [UnaryPath, ServerStreamPath];

    private protected TestHostApplication Application => host.Application;

    private protected WireHost Host => host;

    /// <inheritdoc/>
    public ValueTask InitializeAsync()
    {
        host.Log.Clear();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var answer = await CallAsync(UnaryPath, new ProbeRequest { Text = "still there" });
        Assert.True(answer.Status == StatusCode.OK, $"A good call afterwards: {answer}");
        var errors = host.Log.Errors.Where(line => !_expectedErrors.Any(expected => line.Contains(expected, StringComparison.Ordinal)));
        Assert.True(!errors.Any(), $"Error log: {string.Join('\n', errors)}");
    }

    private protected static byte[] Good(Action<ProbeRequest>? change = null)
    {
        var request = new ProbeRequest { Text = "good" };
        change?.Invoke(request);
        return GrpcFraming.Frame(request);
    }

    private protected static ProbeResponse ResponseOf(WireAnswer answer) => ProbeResponse.Parser.ParseFrom(Assert.Single(answer.Messages).Payload);

    private protected static void AssertStatus(StatusCode expected, WireAnswer answer) =>
        Assert.True(answer.Status == expected && answer.HttpStatus == "200", $"Expected {expected}, got {answer}");

    /// <summary>An id for the ledger that no other test has.</summary>
    private protected static string NewId() => Guid.NewGuid().ToString("N");

    /// <summary>Names words of an error line that this test causes on purpose.</summary>
    private protected void ExpectError(string words) => _expectedErrors.Add(words);

    private protected Task<WireConnection> ConnectAsync(WireConnectionOptions? options = null) => WireConnection.ConnectAsync(Application.H2cPort, options);

    private protected Task<WireAnswer> CallAsync(string path, ProbeRequest request, params (string Name, string Value)[] fields) =>
        CallAsync(path, GrpcFraming.Frame(request), fields);

    /// <summary>One call on its own connection: headers, one body, END_STREAM.</summary>
    private protected async Task<WireAnswer> CallAsync(string path, byte[] body, params (string Name, string Value)[] fields) =>
        await CallAsync(WireCall.RequestFields(path, fields), body);

    private protected async Task<WireAnswer> CallAsync(List<(string Name, string Value)> fields, byte[] body)
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendFieldsAsync(fields);
        await call.SendDataAsync(body, endStream: true);
        return await call.AnswerAsync();
    }
}
