using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>Headers of a request.</summary>
internal static class RequestHeaders
{
    /// <summary>Metadata key by which a caller names the compression of requests; it does not travel.</summary>
    public const string RequestEncodingKey = "grpc-internal-encoding-request";

    /// <summary>Says how many attempts came before.</summary>
    public const string PreviousAttemptsKey = "grpc-previous-rpc-attempts";

    private static readonly string UserAgent = CreateUserAgent();

    /// <summary>Adds the protocol's own headers, the timeout first.</summary>
    public static void AddProtocol(HttpRequestHeaders headers, TimeSpan? timeout, string? encoding, string acceptedEncodings, int attempt)
    {
        if (timeout is { } time)
            headers.TryAddWithoutValidation("grpc-timeout", TimeoutText.Format(time));
        headers.TryAddWithoutValidation("te", "trailers");
        headers.TryAddWithoutValidation("grpc-accept-encoding", acceptedEncodings);
        if (encoding is not null)
            headers.TryAddWithoutValidation("grpc-encoding", encoding);
        if (attempt > 1)
            headers.TryAddWithoutValidation(PreviousAttemptsKey, (attempt - 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Adds this library's name, behind the caller's own where there is one.</summary>
    public static void AddUserAgent(HttpRequestHeaders headers) => headers.TryAddWithoutValidation("user-agent", UserAgent);

    /// <summary>Adds a caller's metadata, but for what is the protocol's.</summary>
    /// <exception cref="RpcException">A value cannot travel.</exception>
    public static void Add(HttpRequestMessage request, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (IsReserved(entry.Key))
                continue;
            var value = entry.IsBinary ? BinaryHeader.Encode(entry.ValueBytes) : Require(entry);

            // .NET keeps a few names for the content; on the wire it is all one list.
            if (!request.Headers.TryAddWithoutValidation(entry.Key, value))
                request.Content!.Headers.TryAddWithoutValidation(entry.Key, value);
        }
    }

    private static bool IsReserved(string key) => key is
        RequestEncodingKey or PreviousAttemptsKey or "grpc-timeout" or "grpc-encoding" or "grpc-accept-encoding" or "content-type" or "content-length" or "te" or "host";

    private static string Require(Metadata.Entry entry)
    {
        if (entry.Value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new RpcException(new Status(StatusCode.Internal, $"The metadata value of '{entry.Key}' has other characters than printable ASCII; use a key that ends in -bin."));
        return entry.Value;
    }

    private static string CreateUserAgent()
    {
        var version = typeof(RequestHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return $"grpc-dotnet-symbiosis/{version.Split('+')[0]}";
    }
}
