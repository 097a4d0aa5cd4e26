namespace Symbiosis.Domain.Validation;

/// <summary>One fault in an input.</summary>
/// <param name="FieldPath">Path as in the schema, zero-based, for example <c>park.plants[3].streams[0].target_celsius</c>.</param>
/// <param name="Code">Stable reason code from <see cref="ViolationCodes"/>; codes never change, sentences may.</param>
/// <param name="Sentence">What is wrong and how to mend it, in plain words.</param>
/// <param name="Value">The offending value as text; empty where something is absent.</param>
/// <param name="Severity">Whether the input is refused.</param>
public sealed record Violation(string FieldPath, string Code, string Sentence, string Value, Severity Severity = Severity.Error);
