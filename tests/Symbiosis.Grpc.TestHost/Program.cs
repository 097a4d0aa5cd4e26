using System.Text.Json;
using Microsoft.Extensions.Logging;
using Symbiosis.Grpc.TestHost;

try
{
    var options = TestHostArguments.Parse(args) with
    {
        // Standard output carries one line for the caller; what goes wrong is for people.
        ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace),
    };
    await using var host = await TestHostApplication.StartAsync(options);
    Console.WriteLine(JsonSerializer.Serialize(new { h2cPort = host.H2cPort, tlsPort = host.TlsPort, http1Port = host.Http1Port }));
    await host.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is FormatException or OverflowException or IOException)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
