using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Symbiosis.Server.Paging;

/// <summary>Makes and reads page tokens: where the next page begins, bound to the question, signed so that nobody makes one up. Thread-safe.</summary>
/// <param name="secret">Key of the signature.</param>
internal sealed class PageTokens(byte[] secret)
{
    private const int TagByteCount = 16;

    /// <summary>A token that says where the next page begins.</summary>
    /// <param name="question">The request's other fields.</param>
    /// <param name="after">Name of the last item given.</param>
    public string Write(string question, string after)
    {
        var place = Encoding.UTF8.GetBytes(after);
        return Base64Url.EncodeToString([.. Tag(question, place), .. place]);
    }

    /// <summary>Name of the last item given; null where the token was changed, or was made for another question or by another server.</summary>
    public string? Read(string question, string token)
    {
        if (!Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= TagByteCount)
            return null;
        var place = bytes.AsSpan(TagByteCount).ToArray();
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, TagByteCount), Tag(question, place)) ? Encoding.UTF8.GetString(place) : null;
    }

    private byte[] Tag(string question, byte[] place)
    {
        var asked = SHA256.HashData(Encoding.UTF8.GetBytes(question));
        byte[] signed = [.. asked, .. place];
        return HMACSHA256.HashData(secret, signed)[..TagByteCount];
    }
}
