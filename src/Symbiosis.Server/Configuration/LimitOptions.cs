using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>What a call, a caller and a connection may take. MB are 2^20 bytes.</summary>
internal sealed class LimitOptions
{
    /// <summary>Largest request message, also after inflating.</summary>
    /// <value>Default 16 MB; 1 to 1,024.</value>
    [Range(1, 1024)]
    public int MessageMb { get; set; } = 16;

    /// <summary>Largest park that comes in parts, all parts together.</summary>
    /// <value>Default 128 MB; 1 to 1,024.</value>
    [Range(1, 1024)]
    public int ParkMb { get; set; } = 128;

    /// <summary>Most sub-messages and texts in a request, or in all parts of a park: small ones cost far more memory than bytes.</summary>
    /// <value>Default 2,000,000; 1,000 to 100,000,000.</value>
    [Range(1_000, 100_000_000)]
    public int ElementCount { get; set; } = 2_000_000;

    /// <summary>Bytes of requests that wait or are worked on, all callers together.</summary>
    /// <value>Default 512 MB; 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int HeldMb { get; set; } = 512;

    /// <summary>How long the parts of a park may take to come.</summary>
    /// <value>Default 10 min; 1 s to 1 d.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan UploadTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an answer may wait for a client that does not read; then the call is cut off.</summary>
    /// <value>Default 5 min; 0.1 s to 1 d.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan SlowReaderTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Calls of one caller per second, in the long run. The anonymous caller of a loopback address has no such limit.</summary>
    /// <value>Default 50; 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int CallsPerSecond { get; set; } = 50;

    /// <summary>Calls of one caller at once, before <see cref="CallsPerSecond"/> holds.</summary>
    /// <value>Default 200; 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int CallBurst { get; set; } = 200;

    /// <summary>Calls of one caller that may run at the same time. The anonymous caller of a loopback address has no such limit.</summary>
    /// <value>Default 200; 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int ConcurrentCalls { get; set; } = 200;

    /// <summary>Connections.</summary>
    /// <value>Default 2,000; 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 2_000;

    /// <summary>How long the headers of a request may take to come.</summary>
    /// <value>Default 15 s; 1 s to 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadersTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long running calls have when the server is told to end.</summary>
    /// <value>Default 10 s; 0 to 20 s: the process ends within 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:20")]
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(10);
}
