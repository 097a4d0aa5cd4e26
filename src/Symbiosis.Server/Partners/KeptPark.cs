using Symbiosis.Domain.Parks;

namespace Symbiosis.Server.Partners;

/// <summary>A park of the server's own folder.</summary>
/// <param name="Name">Name: parks/{park id}.</param>
/// <param name="Park">The park, checked.</param>
/// <param name="Revision">SHA-256 of its message.</param>
/// <param name="ByteCount">Size of its message.</param>
internal sealed record KeptPark(string Name, Park Park, string Revision, int ByteCount);
