using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>A message encoding. Each message is compressed on its own; streams are not shared between messages.</summary>
public interface ICompressionProvider
{
    /// <summary>Its name in <c>grpc-encoding</c>, lower case.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses into another and leaves it open.</summary>
    /// <param name="stream">Where the compressed bytes go.</param>
    /// <param name="compressionLevel">How hard to try; null: the provider's default.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>A stream that gives the plain bytes of another and leaves it open.</summary>
    Stream CreateDecompressionStream(Stream stream);
}
