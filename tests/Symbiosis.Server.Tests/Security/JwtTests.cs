using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Symbiosis.Server.Security;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Security;

public sealed class JwtTests : IDisposable
{
    private const string Issuer = "https://id.example";
    private const string Audience = "symbiosis";

    private readonly ScratchFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public void Dispose()
    {
        _folder.Dispose();
        _key.Dispose();
        _otherKey.Dispose();
    }

    [Fact]
    public async Task Call_WithAGoodToken_IsItsTenants()
    {
        await using var server = await StartAsync();

        await ListAsync(server, Token(descriptor => descriptor));

        Assert.Contains(server.Log.Lines, line => line.Text.Contains("tenant acme credential token:jane", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_WithTheClockAMinuteOff_IsAnswered()
    {
        await using var server = await StartAsync();

        await ListAsync(server, Token(descriptor => Lasting(descriptor, -600, -30)));
        await ListAsync(server, Token(descriptor => Lasting(descriptor, 30, 600)));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("no tenant")]
    [InlineData("other key")]
    [InlineData("unsigned")]
    [InlineData("shared secret")]
    [InlineData("bad key id")]
    [InlineData("huge")]
    [InlineData("garbage")]
    public async Task Call_WithABadToken_IsUnauthenticated(string which)
    {
        await using var server = await StartAsync();
        var token = which switch
        {
            "expired" => Token(descriptor => Lasting(descriptor, -600, -90)),
            "not yet" => Token(descriptor => Lasting(descriptor, 90, 600)),
            "issuer" => Token(descriptor => { descriptor.Issuer = "https://evil.example"; return descriptor; }),
            "audience" => Token(descriptor => { descriptor.Audience = "another"; return descriptor; }),
            "no tenant" => Token(descriptor => { descriptor.Claims.Remove("tenant"); return descriptor; }),
            "other key" => Token(descriptor => { descriptor.SigningCredentials = Signing(_otherKey, "k1"); return descriptor; }),
            "unsigned" => Token(descriptor => { descriptor.SigningCredentials = null; return descriptor; }),
            "shared secret" => Token(descriptor =>
            {
                var publicKey = new SymmetricSecurityKey(_key.ExportSubjectPublicKeyInfo()) { KeyId = "k1" };
                descriptor.SigningCredentials = new SigningCredentials(publicKey, SecurityAlgorithms.HmacSha256);
                return descriptor;
            }),
            "bad key id" => Token(descriptor => { descriptor.SigningCredentials = Signing(_otherKey, "../../etc/passwd"); return descriptor; }),
            "huge" => new string('x', 9_000),
            _ => "a.b.c",
        };

        var fault = await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, token));

        Assert.Equal(StatusCode.Unauthenticated, fault.StatusCode);
        Assert.DoesNotContain(server.Log.Lines, line => line.Text.Contains(token, StringComparison.Ordinal));
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task Call_AfterTheKeysWereChanged_FollowsThem()
    {
        await using var server = await StartAsync();
        var token = Token(descriptor => { descriptor.SigningCredentials = Signing(_otherKey, "k2"); return descriptor; });
        await Assert.ThrowsAsync<RpcException>(() => ListAsync(server, token));

        WriteKeys((_otherKey, "k2"));
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Text.StartsWith("Token keys: the changed", StringComparison.Ordinal)));

        await ListAsync(server, token);
    }

    private Task<TestServer> StartAsync()
    {
        WriteKeys((_key, "k1"));
        return TestServer.StartAsync([$"Jwt:KeysPath={_folder.PathOf("jwks.json")}", $"Jwt:Issuer={Issuer}", $"Jwt:Audience={Audience}"]);
    }

    private void WriteKeys(params (ECDsa Key, string Id)[] keys)
    {
        var lines = keys.Select(key =>
        {
            var point = key.Key.ExportParameters(false).Q;
            return $$"""{ "kty": "EC", "crv": "P-256", "kid": "{{key.Id}}", "use": "sig", "x": "{{Base64UrlEncoder.Encode(point.X)}}", "y": "{{Base64UrlEncoder.Encode(point.Y)}}" }""";
        });
        _folder.Write("jwks.json", $$"""{ "keys": [ {{string.Join(", ", lines)}} ] }""");
    }

    private string Token(Func<SecurityTokenDescriptor, SecurityTokenDescriptor> change) => new JsonWebTokenHandler().CreateToken(change(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        NotBefore = Now.AddMinutes(-5),
        Expires = Now.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["tenant"] = "acme", ["sub"] = "jane", ["scope"] = $"profile {Scopes.CatalogRead}" },
        SigningCredentials = Signing(_key, "k1"),
    }));

    private static SecurityTokenDescriptor Lasting(SecurityTokenDescriptor descriptor, int fromSeconds, int untilSeconds)
    {
        (descriptor.NotBefore, descriptor.Expires) = (Now.AddSeconds(fromSeconds), Now.AddSeconds(untilSeconds));
        return descriptor;
    }

    private static SigningCredentials Signing(ECDsa key, string id) => new(new ECDsaSecurityKey(key) { KeyId = id }, SecurityAlgorithms.EcdsaSha256);

    private static async Task ListAsync(TestServer server, string token) =>
        await new CatalogService.CatalogServiceClient(server.Channel).ListEntriesAsync(new ListEntriesRequest { PageSize = 1 }, new Metadata { { "authorization", $"Bearer {token}" } });
}
