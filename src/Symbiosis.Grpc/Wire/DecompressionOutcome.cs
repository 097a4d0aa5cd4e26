namespace Grpc.Wire;

/// <summary>How the decompression of a message ended.</summary>
internal enum DecompressionOutcome
{
    /// <summary>The message is whole.</summary>
    Done,

    /// <summary>The bytes are not what the encoding says: damaged, cut short, or more of them behind the end.</summary>
    Malformed,

    /// <summary>The message is longer than the limit; inflating stopped there.</summary>
    TooLarge,
}
