using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Symbiosis.Server.Hosting;

/// <summary>Health over HTTP, for whatever starts and watches the process. No credentials, no details.</summary>
internal static class HealthPages
{
    /// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: searches can run; 503 before that and from the moment of being told to stop.</summary>
    public static void MapHealthPages(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => Results.Text("live"));
        app.MapGet("/healthz/ready", async (HealthCheckService checks, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        {
            var report = await checks.CheckHealthAsync(cancellationToken);
            var parts = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status == HealthStatus.Healthy ? "ok" : "failing");
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                parts["server"] = "stopping";
            var isReady = parts.Values.All(part => part == "ok");
            return Results.Text(
                JsonSerializer.Serialize(parts), MediaTypeNames.Application.Json, null, isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
