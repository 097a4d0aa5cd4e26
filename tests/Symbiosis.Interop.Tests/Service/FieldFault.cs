namespace Symbiosis.Interop.Tests.Service;

/// <summary>A violation of google.rpc.BadRequest.</summary>
/// <param name="Field">Path of the field.</param>
/// <param name="Description">What is wrong and how to mend it.</param>
public sealed record FieldFault(string Field, string Description);
