using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Symbiosis.Benchmarks;

/// <summary>A run of nghttp2's load generator h2load against one gRPC method.</summary>
/// <param name="RequestsPerSecond">Calls per second over the whole run.</param>
/// <param name="Median">Half of the calls were answered within it.</param>
/// <param name="P99">99 % of the calls were.</param>
/// <param name="FailedCount">Calls that did not get HTTP status 200.</param>
/// <param name="AnswerByteCount">Bytes of all answers' bodies: h2load does not look at grpc-status, but a refused call has no message.</param>
internal sealed partial record H2Load(double RequestsPerSecond, TimeSpan Median, TimeSpan P99, int FailedCount, long AnswerByteCount)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Calls a unary method again and again, each client with as many calls on the way as asked for.</summary>
    /// <param name="url">Address of the method, cleartext HTTP/2.</param>
    /// <param name="message">Request message, without the prefix of five bytes.</param>
    /// <param name="callCount">Calls in all.</param>
    /// <param name="clientCount">Connections.</param>
    /// <param name="streamCount">Calls at the same time on each of them.</param>
    /// <param name="stop">Ends the run.</param>
    /// <exception cref="InvalidOperationException">h2load is absent (Debian: nghttp2-client) or failed; the message has what it said.</exception>
    public static async Task<H2Load> RunAsync(Uri url, ReadOnlyMemory<byte> message, int callCount, int clientCount, int streamCount, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("symbiosis-h2load-");
        try
        {
            var body = Path.Combine(folder.FullName, "body");
            var log = Path.Combine(folder.FullName, "log");
            await File.WriteAllBytesAsync(body, Frame(message.Span), stop).ConfigureAwait(false);
            var output = await RunAsync(
                ["-n", Text(callCount), "-c", Text(clientCount), "-m", Text(streamCount), "-t", "1", "-d", body, "-H", "content-type: application/grpc", "-H", "te: trailers", $"--log-file={log}", url.ToString()],
                stop).ConfigureAwait(false);
            return Parse(output, await File.ReadAllLinesAsync(log, stop).ConfigureAwait(false));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads h2load's summary and its log of one line per call: start, HTTP status, microseconds.</summary>
    /// <exception cref="InvalidOperationException">The summary is not as h2load 1.52 writes it, or no call was made.</exception>
    public static H2Load Parse(string output, IReadOnlyList<string> log)
    {
        var rate = Rate().Match(output);
        var bytes = AnswerBytes().Match(output);
        if (!rate.Success || !bytes.Success || log.Count == 0) throw new InvalidOperationException($"h2load's answer is not understood:\n{output}");

        var calls = log.Select(line => line.Split('\t')).Select(columns => (Status: columns[1], Microseconds: long.Parse(columns[2], CultureInfo.InvariantCulture))).ToList();
        var times = calls.Select(call => call.Microseconds).Order().ToList();
        return new H2Load(
            double.Parse(rate.Groups["value"].Value, CultureInfo.InvariantCulture), AtShare(times, 0.5), AtShare(times, 0.99),
            calls.Count(call => call.Status != "200"), long.Parse(bytes.Groups["value"].Value, CultureInfo.InvariantCulture));
    }

    private static TimeSpan AtShare(List<long> sorted, double share) =>
        TimeSpan.FromMicroseconds(sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)]);

    private static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var frame = new byte[5 + message.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    private static async Task<string> RunAsync(string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("h2load", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException("h2load is missing. On Debian: 'apt-get install --no-install-recommends nghttp2-client'.", fault);
        }

        using (process)
        using (var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop))
        {
            deadline.CancelAfter(Limit);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
                var error = process.StandardError.ReadToEndAsync(deadline.Token);
                await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
                return process.ExitCode == 0
                    ? await output.ConfigureAwait(false)
                    : throw new InvalidOperationException($"h2load ended with {process.ExitCode}.\n{await error.ConfigureAwait(false)}");
            }
            finally
            {
                if (!process.HasExited) process.Kill();
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"finished in [\w.]+, (?<value>[\d.]+) req/s")]
    private static partial Regex Rate();

    [GeneratedRegex(@"\((?<value>\d+)\) data")]
    private static partial Regex AnswerBytes();
}
