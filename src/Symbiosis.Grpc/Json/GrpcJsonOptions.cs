using Google.Protobuf.Reflection;

namespace Grpc.Json;

/// <summary>How calls in JSON are served.</summary>
public sealed class GrpcJsonOptions
{
    private readonly Dictionary<string, GrpcJsonRequestReader> _readers = new(StringComparer.Ordinal);

    /// <summary>Longest request, bytes; a longer one is answered with 413. The gRPC server's own limit on the message holds besides.</summary>
    /// <value>16 MiB: JSON is two to four times as long as the message it stands for.</value>
    public int MaxRequestBodySize { get; set; } = 16 * 1024 * 1024;

    /// <summary>Objects, lists and single values in one request.</summary>
    /// <value>2,000,000.</value>
    public int MaxElementCount { get; set; } = 2_000_000;

    /// <summary>
    /// Lets requests of this type be read by another reader, for example one that knows more about faults. It gets the body as it came, within
    /// <see cref="MaxRequestBodySize"/>: UTF-8, depth and element count are its own to check.
    /// </summary>
    /// <exception cref="ArgumentException">There is one for this type.</exception>
    public void AddRequestReader(MessageDescriptor type, GrpcJsonRequestReader reader)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(reader);
        _readers.Add(type.FullName, reader);
    }

    internal GrpcJsonRequestReader? FindRequestReader(IDescriptor type) => _readers.GetValueOrDefault(type.FullName);
}
