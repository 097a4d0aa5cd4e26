using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Security;

/// <summary>Sets up the check of bearer tokens.</summary>
internal static class JwtSetup
{
    private static readonly TimeSpan s_keysInterval = TimeSpan.FromSeconds(2);

    // Public keys only: with a shared secret allowed, a token signed with the public key as if it were one would pass.
    private static readonly string[] s_algorithms =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Adds the check where the options ask for it.</summary>
    public static void AddTokens(this IServiceCollection services, JwtOptions options, TimeProvider time, ILogger logger)
    {
        if (!options.IsOn)
            return;

        // Nothing here is protected with keys of this process; without this line a key file would be written to the home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var authentication = services.AddAuthentication();

        // Only the admission asks for a token's check; done for every request it would also try API keys as tokens.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        var keys = options.KeysPath is { } path
            ? new WatchedFiles<JsonWebKeySet>("Token keys", [path], s_keysInterval, files => ReadKeys(files[0]), time, logger)
            : null;
        if (keys is not null)
            services.AddSingleton(keys);
        authentication.AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.Authority = options.Authority;
            bearer.RequireHttpsMetadata = options.Authority is null || !new Uri(options.Authority).IsLoopback;

            // An unknown key id makes the library fetch the provider's keys again; not more often than this.
            bearer.RefreshInterval = TimeSpan.FromMinutes(1);
            bearer.TimeProvider = time;
            bearer.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = options.Issuer,
                ValidAudience = options.Audience,
                ClockSkew = options.ClockSkew,
                ValidAlgorithms = s_algorithms,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
            };
            if (keys is not null)
                bearer.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.Current.GetSigningKeys();
        });
    }

    private static JsonWebKeySet ReadKeys(byte[] json)
    {
        var keys = new JsonWebKeySet(Encoding.UTF8.GetString(json));
        return keys.GetSigningKeys().Count > 0 ? keys : throw new InvalidDataException("It holds no signing key.");
    }
}
