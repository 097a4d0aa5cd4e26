using System.Diagnostics;
using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>A client that does nothing wrong and takes the time of its calls, one after the other.</summary>
internal sealed class GoodClient(int port)
{
    private const string UnaryPath = "/symbiosis.testing.ProbeService/Unary";

    /// <summary>Calls until told to stop; a call that fails is an exception.</summary>
    /// <returns>Milliseconds of each call, in order of size.</returns>
    public async Task<IReadOnlyList<double>> CallUntilAsync(CancellationToken stop)
    {
        var times = new List<double>();
        await using var connection = await WireConnection.ConnectAsync(port);
        do
        {
            times.Add(await CallAsync(connection));
        }
        while (!stop.IsCancellationRequested);
        times.Sort();
        return times;
    }

    /// <summary>Median milliseconds of some calls on a new connection, the first not counted.</summary>
    public async Task<double> MedianAsync(int count = 15)
    {
        await using var connection = await WireConnection.ConnectAsync(port);
        await CallAsync(connection);
        var times = new List<double>();
        for (var i = 0; i < count; i++)
            times.Add(await CallAsync(connection));
        times.Sort();
        return times[count / 2];
    }

    private static async Task<double> CallAsync(WireConnection connection)
    {
        var clock = Stopwatch.StartNew();
        var call = connection.NewCall();
        await call.SendHeadersAsync(UnaryPath);
        await call.SendDataAsync(GrpcFraming.Frame(new ProbeRequest { Text = "good" }), endStream: true);
        var answer = await call.AnswerAsync();
        connection.Forget(call);
        Assert.True(answer.Status == StatusCode.OK, $"A good call: {answer}");
        return clock.Elapsed.TotalMilliseconds;
    }
}
