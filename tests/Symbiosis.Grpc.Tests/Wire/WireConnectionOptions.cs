namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>How the raw client behaves.</summary>
internal sealed record WireConnectionOptions
{
    /// <summary>Bytes that the server may send on a stream before it has to wait; 0 to 2^31-1.</summary>
    public int StreamWindow { get; init; } = int.MaxValue;

    /// <summary>Whether the connection's window is opened to its maximum at once; else it stays at 65,535 bytes.</summary>
    public bool OpenConnectionWindow { get; init; } = true;

    /// <summary>Whether read bytes are given back to both windows.</summary>
    public bool ReturnWindows { get; init; }

    /// <summary>Whether the server's PINGs are answered.</summary>
    public bool AcknowledgePings { get; init; } = true;

    /// <summary>Whether bodies are kept; else they are only counted.</summary>
    public bool KeepBodies { get; init; } = true;
}
