using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>A way to compress messages.</summary>
public interface ICompressionProvider
{
    /// <summary>Its name in <c>grpc-encoding</c> and <c>grpc-accept-encoding</c>.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses what is written to it; disposing it ends the compressed message and leaves <paramref name="stream"/> open.</summary>
    /// <param name="stream">Gets the compressed bytes.</param>
    /// <param name="compressionLevel">Null: the provider's own.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>A stream to read the decompressed bytes from; disposing it leaves <paramref name="stream"/> open.</summary>
    /// <param name="stream">The compressed bytes.</param>
    Stream CreateDecompressionStream(Stream stream);
}
