using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Reading;

/// <summary>One change to the good park and the violation it must lead to.</summary>
/// <param name="Code">Expected reason code.</param>
/// <param name="Edit">Path below the root that is set.</param>
/// <param name="Json">New value; null takes the field away.</param>
/// <param name="At">Expected path below the root; null: where the change was made.</param>
/// <param name="Severity">Expected severity.</param>
public sealed record Fault(string Code, string Edit, string? Json, string? At = null, Severity Severity = Severity.Error)
{
    public override string ToString() => $"{Code} {Edit} = {Json ?? "absent"}";
}
