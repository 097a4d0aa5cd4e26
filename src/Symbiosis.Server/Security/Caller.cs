namespace Symbiosis.Server.Security;

/// <summary>Who calls. A feature of the request once it was let in.</summary>
/// <param name="Tenant">Whose calls these are; queues are fair between tenants.</param>
/// <param name="Credential">Which credential, for limits and logs; holds no secret.</param>
/// <param name="Scopes">What it allows.</param>
internal sealed record Caller(string Tenant, string Credential, IReadOnlyCollection<string> Scopes)
{
    /// <summary>Whoever is on this machine, where no credentials are asked for.</summary>
    public static readonly Caller Anonymous = new("local", "anonymous", Security.Scopes.All);

    /// <summary>The caller of a request that was let in.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Anonymous;
}
