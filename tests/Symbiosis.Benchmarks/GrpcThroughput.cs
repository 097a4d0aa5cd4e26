using System.Net;
using Google.Protobuf;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Symbiosis.Grpc.TestHost;

namespace Symbiosis.Benchmarks;

/// <summary>
/// Requests a second and their p99 of a unary call, beside an endpoint of the same server that knows nothing of gRPC: it reads the body and writes the bytes that
/// the call answers, with the same headers and trailer. The load comes from h2load where it is installed, else from a loop of our own.
/// </summary>
internal sealed class GrpcThroughput(BenchmarkArguments arguments)
{
    private const int RoundCount = 3;
    private const string BarePath = "/bare";

    /// <summary>Runs and prints. The two take turns, so that a machine that slows down slows both.</summary>
    public async Task RunAsync()
    {
        var seconds = (arguments.TimeLimit ?? TimeSpan.FromSeconds(4)).TotalSeconds;
        byte[] answer = [];
        await using var host = await TestHostApplication.StartAsync(new TestHostOptions
        {
            ConfigureApplication = application => application.MapPost(BarePath, context => AnswerAsync(context, answer)),
        });
        var isExternal = H2Load.IsInstalled;
        Report.Line($"Load by {(isExternal ? "h2load" : "a loop of our own")}, {HttpLoad.ConnectionCount} connections of {HttpLoad.StreamCount} streams, {RoundCount} rounds of {seconds:0.#} s each, {Environment.ProcessorCount} cores.");
        Report.Line($"| call | bare 1/s | bare p99 ms | gRPC 1/s | gRPC p99 ms | ratio |");
        Report.Line($"|---|---|---|---|---|---|");
        foreach (var (name, path, request, response) in Calls())
        {
            answer = Frame(response);
            var bare = new List<LoadResult>();
            var grpc = new List<LoadResult>();
            for (var round = 0; round < RoundCount; round++)
            {
                bare.Add(await RunAsync(isExternal, host.H2cPort, BarePath, Frame(request), seconds));
                grpc.Add(await RunAsync(isExternal, host.H2cPort, path, Frame(request), seconds));
            }

            var (bareBest, grpcBest) = (Median(bare), Median(grpc));
            Report.Line($"| {name} | {bareBest.PerSecond:0} | {bareBest.P99Milliseconds:0.0} | {grpcBest.PerSecond:0} | {grpcBest.P99Milliseconds:0.0} | {grpcBest.PerSecond / bareBest.PerSecond:0.00} |");
        }
    }

    private static IEnumerable<(string Name, string Path, IMessage Request, IMessage Response)> Calls()
    {
        yield return ("EmptyCall", "/grpc.testing.TestService/EmptyCall", new Empty(), new Empty());
        var payload = new Payload { Body = ByteString.CopyFrom(new byte[1000]) };
        yield return ("UnaryCall, 1 kB", "/grpc.testing.TestService/UnaryCall", new SimpleRequest { ResponseSize = 1000, Payload = payload }, new SimpleResponse { Payload = payload });
    }

    private static Task<LoadResult> RunAsync(bool isExternal, int port, string path, byte[] body, double seconds) => isExternal
        ? H2Load.RunAsync(new Uri($"http://{IPAddress.Loopback}:{port}{path}"), body, seconds)
        : new HttpLoad(port, path, body).RunAsync(TimeSpan.FromSeconds(seconds));

    private static LoadResult Median(List<LoadResult> results) => results.OrderBy(result => result.PerSecond).ElementAt(results.Count / 2);

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
}
