using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>Logs, metrics, traces.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Form of the log on standard error: <c>simple</c> for people, <c>json</c> for programs.</summary>
    /// <value>Default <c>simple</c>.</value>
    [AllowedValues("simple", "json")]
    public string LogFormat { get; set; } = "simple";

    /// <summary>Where metrics and traces are sent (OTLP); absent: OTEL_EXPORTER_OTLP_ENDPOINT, and without that nowhere.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>How they are sent: <c>grpc</c> or <c>http/protobuf</c>.</summary>
    /// <value>Default: OTEL_EXPORTER_OTLP_PROTOCOL, else <c>grpc</c>.</value>
    [AllowedValues("grpc", "http/protobuf", null)]
    public string? OtlpProtocol { get; set; }
}
