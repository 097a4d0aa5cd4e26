using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Symbiosis.Server.Security;

/// <summary>An API key: <c>sym_</c>, a public id of 12 characters, <c>_</c>, a secret of 256 random bits as base64url.</summary>
internal static class ApiKey
{
    /// <summary>First characters of every key, so that scanners find leaked ones.</summary>
    public const string Prefix = "sym_";

    private const int IdByteCount = 6;
    private const int SecretByteCount = 32;
    private const int IdLength = 2 * IdByteCount;
    private const int SecretLength = 43;
    private const int Length = 4 + IdLength + 1 + SecretLength;

    /// <summary>Makes a key; the text is never to be had again from the entry.</summary>
    public static (string Text, ApiKeyEntry Entry) Create(string tenant, IEnumerable<string> scopes, DateTimeOffset? expires)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdByteCount));
        var text = $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretByteCount))}";
        return (text, new ApiKeyEntry { Id = id, Sha256 = Hash(text), Tenant = tenant, Scopes = [.. scopes], Expires = expires });
    }

    /// <summary>The id inside a text that looks like a key; null where it does not.</summary>
    public static string? IdOf(string text) =>
        text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdLength] == '_'
            ? text.Substring(Prefix.Length, IdLength)
            : null;

    /// <summary>SHA-256 in hexadecimal. A slow hash would guard guessable passwords; 256 random bits cannot be guessed.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
