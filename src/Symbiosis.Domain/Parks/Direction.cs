namespace Symbiosis.Domain.Parks;

/// <summary>Which way a port flows.</summary>
public enum Direction
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Into the converter.</summary>
    In = 1,

    /// <summary>Out of the converter.</summary>
    Out = 2,
}
