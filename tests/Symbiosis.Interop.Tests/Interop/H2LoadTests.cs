using Symbiosis.Benchmarks;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Interop;

/// <summary>The load generator drives our server, and what it says is understood. How fast is the benchmark's question: <c>tests/Symbiosis.Benchmarks -- grpc</c>.</summary>
public sealed class H2LoadTests(InteropHost host)
{
    [Fact]
    public async Task Run_EmptyCall_AllAnswered()
    {
        Assert.NotEmpty(ForeignTool.H2Load);
        var url = new Uri($"http://127.0.0.1:{await host.CleartextPortAsync()}/grpc.testing.TestService/EmptyCall");

        var load = await H2Load.RunAsync(url, default, callCount: 400, clientCount: 2, streamCount: 10, TestContext.Current.CancellationToken);

        Assert.Equal(0, load.FailedCount);
        // Each answer is an empty message: its prefix of five bytes.
        Assert.Equal(400 * 5, load.AnswerByteCount);
    }

    [Fact]
    public void Parse_SummaryAndLog_GivesRateAndPercentiles()
    {
        const string summary = """
            finished in 604.19ms, 3310.22 req/s, 45.77KB/s
            traffic: 27.65KB (28316) total, 10.04KB (10280) headers (space savings 97.11%), 490B (490) data
            """;
        var log = Enumerable.Range(1, 100).Select(number => $"1795377166916344\t{(number == 7 ? 503 : 200)}\t{number * 10}").ToList();

        var load = H2Load.Parse(summary, log);

        Assert.Equal(new H2Load(3310.22, TimeSpan.FromMicroseconds(500), TimeSpan.FromMicroseconds(990), 1, 490), load);
    }
}
