namespace Symbiosis.Server.Solving;

/// <summary>No further search may wait.</summary>
internal sealed class QueueFullException(string message, string subject, TimeSpan retryDelay) : Exception(message)
{
    /// <summary>Whose share is used up: <c>server</c>, or <c>tenant:</c> and its name.</summary>
    public string Subject => subject;

    /// <summary>When to try again.</summary>
    public TimeSpan RetryDelay => retryDelay;
}
