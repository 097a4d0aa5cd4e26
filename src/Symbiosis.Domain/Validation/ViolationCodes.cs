namespace Symbiosis.Domain.Validation;

/// <summary>Reason codes of violations. They are for programs: a code is never renamed.</summary>
public static class ViolationCodes
{
    /// <summary>A required field is absent or empty.</summary>
    public const string Required = "REQUIRED";

    /// <summary>A value outside the possible range.</summary>
    public const string OutOfRange = "OUT_OF_RANGE";

    /// <summary>A value outside the probable range (warning).</summary>
    public const string Improbable = "IMPROBABLE";
}
