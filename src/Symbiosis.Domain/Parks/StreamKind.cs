namespace Symbiosis.Domain.Parks;

/// <summary>Which side of the cascade a stream is on.</summary>
public enum StreamKind
{
    /// <summary>
    /// Not said: hot where the supply is warmer than the target, cold where it is colder; refused where both are
    /// equal.
    /// </summary>
    Unspecified = 0,

    /// <summary>Heat is available while it cools.</summary>
    Hot = 1,

    /// <summary>Heat is needed while it warms.</summary>
    Cold = 2,
}
