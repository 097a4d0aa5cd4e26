namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A health check of the process, to be chosen by.</summary>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    /// <summary>Name under which it was registered.</summary>
    public string Name { get; } = name;

    /// <summary>Tags with which it was registered.</summary>
    public IEnumerable<string> Tags { get; } = tags;
}
