namespace Symbiosis.Cases.Tests;

/// <summary>A published total-site problem as its file in <c>published</c> has it.</summary>
/// <param name="Inputs">Streams and utilities.</param>
internal sealed record TotalSiteProblem(TotalSiteInputs Inputs);
