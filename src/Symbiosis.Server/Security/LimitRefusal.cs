namespace Symbiosis.Server.Security;

/// <summary>Why a call may not begin.</summary>
/// <param name="What">What is used up, in words.</param>
/// <param name="RetryAfter">When to try again.</param>
internal sealed record LimitRefusal(string What, TimeSpan RetryAfter);
