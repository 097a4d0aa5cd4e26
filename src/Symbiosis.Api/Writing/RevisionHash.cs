using System.Security.Cryptography;
using Google.Protobuf;

namespace Symbiosis.Api.Writing;

/// <summary>Tells one version of a park from another.</summary>
public static class RevisionHash
{
    /// <summary>SHA-256 of a park's serialized bytes, hexadecimal.</summary>
    public static string Of(V1.Park park) => Convert.ToHexStringLower(SHA256.HashData(park.ToByteArray()));
}
