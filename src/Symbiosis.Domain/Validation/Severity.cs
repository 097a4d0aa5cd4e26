namespace Symbiosis.Domain.Validation;

/// <summary>How bad a violation is.</summary>
public enum Severity
{
    /// <summary>Impossible: the input is refused.</summary>
    Error,

    /// <summary>Improbable, most often a unit mistake: the input is taken, the reader is told.</summary>
    Warning,
}
