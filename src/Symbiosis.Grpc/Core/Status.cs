namespace Grpc.Core;

/// <summary>How a call ended. The default value is <see cref="DefaultSuccess"/>.</summary>
public readonly struct Status : IEquatable<Status>
{
    /// <summary>OK without a text.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancelled without a text.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    private readonly string? _detail;

    /// <summary>Creates a status.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">Text for people; it travels percent-encoded.</param>
    public Status(StatusCode statusCode, string? detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>Creates a status that remembers what caused it on this side; the cause never travels.</summary>
    public Status(StatusCode statusCode, string? detail, Exception? debugException)
    {
        StatusCode = statusCode;
        _detail = detail;
        DebugException = debugException;
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>Text for people; empty where there is none.</summary>
    public string Detail => _detail ?? "";

    /// <summary>What caused it on this side, for logs.</summary>
    public Exception? DebugException { get; }

    /// <summary>Compares code and text.</summary>
    public static bool operator ==(Status left, Status right) => left.Equals(right);

    /// <summary>Compares code and text.</summary>
    public static bool operator !=(Status left, Status right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Status other) => StatusCode == other.StatusCode && Detail == other.Detail;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Status other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StatusCode, Detail);

    /// <inheritdoc/>
    public override string ToString() => $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}
