using System.Net;
using Google.Protobuf;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Symbiosis.Grpc.TestHost;

namespace Symbiosis.Benchmarks;

/// <summary>
/// Calls a second of a unary method and their p99, beside an endpoint of the same server that knows nothing of gRPC: it reads the body and writes the bytes that
/// the method answers, with the same content type and trailer. h2load drives both.
/// </summary>
internal sealed class GrpcThroughput(BenchmarkArguments arguments)
{
    private const int ClientCount = 8;
    private const int StreamCount = 50;
    private const int RoundCount = 5;
    private const int CallsPerSecondOfRound = 20_000;
    private const string BarePath = "/bare";

    /// <summary>Runs and prints medians of the rounds. The two take turns, so that a machine that slows down slows both.</summary>
    /// <exception cref="InvalidOperationException">h2load is absent or failed.</exception>
    public async Task RunAsync()
    {
        var callCount = (int)((arguments.TimeLimit ?? TimeSpan.FromSeconds(3)).TotalSeconds * CallsPerSecondOfRound);
        byte[] answer = [];
        await using var host = await TestHostApplication.StartAsync(new TestHostOptions
        {
            UseJson = false,
            ConfigureApplication = application => application.MapPost(BarePath, context => AnswerAsync(context, answer)),
        });
        Report.Line($"h2load: {ClientCount} connections of {StreamCount} streams, {RoundCount} rounds of {callCount} calls each; {Environment.ProcessorCount} cores.");
        Report.Line($"| call | endpoint | calls/s | p99 ms | CPU of the server, µs a call | allocated, bytes a call |");
        Report.Line($"|---|---|---|---|---|---|");
        foreach (var (name, path, request, response) in Calls())
        {
            answer = Frame(response);
            var bare = new List<Measured>();
            var grpc = new List<Measured>();
            // The first round warms up the compiler.
            for (var round = 0; round <= RoundCount; round++)
            {
                bare.Add(await MeasureAsync(host.H2cPort, BarePath, request, response, callCount));
                grpc.Add(await MeasureAsync(host.H2cPort, path, request, response, callCount));
            }

            var (bareMedian, grpcMedian) = (Median(bare), Median(grpc));
            Show(name, "bare", bareMedian);
            Show(name, "gRPC", grpcMedian);
            Report.Line($"| {name} | ratio | {grpcMedian.Load.RequestsPerSecond / bareMedian.Load.RequestsPerSecond:0.00} | | {bareMedian.CpuMicroseconds / grpcMedian.CpuMicroseconds:0.00} | |");
        }
    }

    private static IEnumerable<(string Name, string Path, IMessage Request, IMessage Response)> Calls()
    {
        yield return ("EmptyCall", "/grpc.testing.TestService/EmptyCall", new Empty(), new Empty());
        var payload = new Payload { Body = ByteString.CopyFrom(new byte[1000]) };
        yield return ("UnaryCall, 1 kB", "/grpc.testing.TestService/UnaryCall", new SimpleRequest { ResponseSize = 1000, Payload = payload }, new SimpleResponse { Payload = payload });
    }

    private static async Task<Measured> MeasureAsync(int port, string path, IMessage request, IMessage response, int callCount)
    {
        var (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var load = await H2Load.RunAsync(new Uri($"http://{IPAddress.Loopback}:{port}{path}"), request.ToByteArray(), callCount, ClientCount, StreamCount, CancellationToken.None);
        if (load.FailedCount > 0 || load.AnswerByteCount != (long)callCount * Frame(response).Length)
            throw new InvalidOperationException($"{path}: {load.FailedCount} calls failed, {load.AnswerByteCount} bytes came.");
        return new Measured(load, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / callCount, (GC.GetTotalAllocatedBytes() - allocated) / callCount);
    }

    private static Measured Median(List<Measured> rounds) => rounds.Skip(1).OrderBy(round => round.Load.RequestsPerSecond).ElementAt((rounds.Count - 1) / 2);

    private static void Show(string name, string endpoint, Measured measured) => Report.Line(
        $"| {name} | {endpoint} | {measured.Load.RequestsPerSecond:0} | {measured.Load.P99.TotalMilliseconds:0.0} | {measured.CpuMicroseconds:0.0} | {measured.AllocatedBytes} |");

    private static byte[] Frame(IMessage message)
    {
        var payload = message.ToByteArray();
        return [0, 0, 0, (byte)(payload.Length >> 8), (byte)payload.Length, .. payload];
    }

    private static async Task AnswerAsync(HttpContext context, byte[] answer)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        context.Response.ContentType = "application/grpc";
        context.Response.AppendTrailer("grpc-status", "0");
        await context.Response.BodyWriter.WriteAsync(answer);
    }

    /// <summary>One round. The processor time and the memory are of this process: the server, and a little for reading h2load's log.</summary>
    private sealed record Measured(H2Load Load, double CpuMicroseconds, long AllocatedBytes);
}
