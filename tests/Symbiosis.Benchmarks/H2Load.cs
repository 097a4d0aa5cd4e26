using System.Diagnostics;
using System.Globalization;

namespace Symbiosis.Benchmarks;

/// <summary>Load by nghttp2's h2load.</summary>
internal static class H2Load
{
    private const string Command = "h2load";

    /// <summary>Whether it is in the PATH.</summary>
    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Command)));

    /// <summary>Sends requests with a body for some seconds after one to warm up.</summary>
    /// <exception cref="InvalidDataException">It failed, or requests did.</exception>
    public static async Task<LoadResult> RunAsync(Uri url, byte[] body, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("symbiosis-h2load-");
        try
        {
            var bodyFile = Path.Combine(folder.FullName, "body.bin");
            var logFile = Path.Combine(folder.FullName, "requests.tsv");
            await File.WriteAllBytesAsync(bodyFile, body);
            var start = new ProcessStartInfo(
                Command,
                [
                    "-c", $"{HttpLoad.ConnectionCount}", "-m", $"{HttpLoad.StreamCount}", "-t", "1", "-D", seconds.ToString(CultureInfo.InvariantCulture), "--warm-up-time", "1",
                    "-d", bodyFile, "-H", "content-type: application/grpc", "-H", "te: trailers", $"--log-file={logFile}", url.AbsoluteUri,
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start) ?? throw new InvalidDataException($"{Command} did not start.");
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidDataException($"{Command} ended with {process.ExitCode}: {output} {await error}");

            // A line for each request: its start, its HTTP status, its duration; times in microseconds.
            var lines = (await File.ReadAllLinesAsync(logFile)).Select(line => line.Split('\t')).ToList();
            if (lines.Any(line => line[1] != "200"))
                throw new InvalidDataException($"{Command} got answers other than 200: {output}");
            return LoadResult.Of([.. lines.Select(line => double.Parse(line[2], CultureInfo.InvariantCulture) / 1000)], seconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
