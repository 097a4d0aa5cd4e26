namespace Symbiosis.Server.Security;

/// <summary>Who may call an endpoint; metadata of gRPC endpoints. An endpoint without a rule is closed.</summary>
/// <param name="IsOpen">Everybody, without credentials and limits: health.</param>
/// <param name="Scope">Callers with this scope; null: all callers with credentials.</param>
internal sealed record AccessRule(bool IsOpen, string? Scope)
{
    /// <summary>Everybody.</summary>
    public static readonly AccessRule Open = new(true, null);

    /// <summary>Everybody who has credentials, whatever they allow.</summary>
    public static readonly AccessRule AnyCaller = new(false, null);

    /// <summary>Callers with a scope of <see cref="Scopes"/>.</summary>
    public static AccessRule Needs(string scope) => new(false, scope);
}
