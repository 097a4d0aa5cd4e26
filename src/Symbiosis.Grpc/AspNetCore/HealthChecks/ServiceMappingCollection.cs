namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Mappings, one for each name.</summary>
public sealed class ServiceMappingCollection
{
    private readonly Dictionary<string, Func<HealthCheckMapContext, bool>> _byName = new(StringComparer.Ordinal) { [""] = static _ => true };

    internal IReadOnlyDictionary<string, Func<HealthCheckMapContext, bool>> ByName => _byName;

    /// <summary>Lets the checks that pass the predicate say how a service is. An earlier mapping of the name is replaced.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        _byName[name] = predicate;
    }
}
