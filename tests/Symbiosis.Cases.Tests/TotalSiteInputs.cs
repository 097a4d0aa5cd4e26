namespace Symbiosis.Cases.Tests;

/// <summary>What a published total-site problem gives.</summary>
/// <param name="Streams">Streams of all zones.</param>
/// <param name="Utilities">Utilities that every zone can use.</param>
internal sealed record TotalSiteInputs(TotalSiteStream[] Streams, TotalSiteUtility[] Utilities);
