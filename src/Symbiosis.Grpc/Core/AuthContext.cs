namespace Grpc.Core;

/// <summary>What the transport proved about the peer.</summary>
public class AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
{
    /// <summary>Whether the peer showed a valid certificate.</summary>
    public bool IsPeerAuthenticated => PeerIdentityPropertyName is not null;

    /// <summary>Name of the property that identifies the peer; null: none.</summary>
    public string? PeerIdentityPropertyName { get; } = peerIdentityPropertyName;

    /// <summary>The properties that identify the peer.</summary>
    public IEnumerable<AuthProperty> PeerIdentity => PeerIdentityPropertyName is { } name ? FindPropertiesByName(name) : [];

    /// <summary>All properties.</summary>
    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(list => list);

    /// <summary>Those of a name.</summary>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) => properties.TryGetValue(propertyName, out var list) ? list : [];
}
