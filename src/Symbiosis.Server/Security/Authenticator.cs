using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Security;

/// <summary>Finds out who calls. A credential that is shown must be right, also where none is needed.</summary>
internal sealed class Authenticator(SymbiosisOptions options, ApiKeyBook keys)
{
    private const string Bearer = "Bearer ";
    private const string KeyHeader = "x-api-key";

    /// <summary>The caller; null where nothing shown is right, or nothing was shown and something is needed.</summary>
    public async ValueTask<Caller?> FindCallerAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (context.Request.Headers.TryGetValue(KeyHeader, out var key))
            return authorization.Length == 0 ? keys.Find(key.ToString()) : null;
        if (authorization.Length > 0)
            return await FindBearerAsync(context, authorization);

        // Only certificates that passed the handshake's check come this far.
        if (options.Tls.Clients.Count > 0 && context.Connection.ClientCertificate is { } certificate)
        {
            var names = CertificateNames.Of(certificate);
            var client = options.Tls.Clients.FirstOrDefault(client => names.Contains(client.Name, StringComparer.Ordinal));
            return client is null ? null : new Caller(client.Tenant, $"certificate:{client.Name}", client.Scopes);
        }

        return options.AllowsAnonymous() ? Caller.Anonymous : null;
    }

    private async Task<Caller?> FindBearerAsync(HttpContext context, string authorization)
    {
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return null;
        var credential = authorization[Bearer.Length..].Trim();
        if (credential.StartsWith(ApiKey.Prefix, StringComparison.Ordinal))
            return keys.Find(credential);
        if (!options.Jwt.IsOn)
            return null;

        var result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (!result.Succeeded || result.Principal.FindFirst(options.Jwt.TenantClaim)?.Value is not { Length: > 0 } tenant)
            return null;
        var subject = result.Principal.FindFirst("sub")?.Value ?? "";
        var scopes = result.Principal.FindAll(options.Jwt.ScopeClaim).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new Caller(tenant, $"token:{subject}", [.. scopes]);
    }
}
