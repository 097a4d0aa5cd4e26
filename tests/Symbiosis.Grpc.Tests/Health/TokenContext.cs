using Grpc.Core;

namespace Symbiosis.Grpc.Tests.Health;

/// <summary>A call that has nothing but its token.</summary>
internal sealed class TokenContext(CancellationToken cancellationToken) : ServerCallContext
{
    protected override CancellationToken CancellationTokenCore => cancellationToken;

    protected override string MethodCore => throw new NotSupportedException();

    protected override string HostCore => throw new NotSupportedException();

    protected override string PeerCore => throw new NotSupportedException();

    protected override DateTime DeadlineCore => throw new NotSupportedException();

    protected override Metadata RequestHeadersCore => throw new NotSupportedException();

    protected override Metadata ResponseTrailersCore => throw new NotSupportedException();

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => throw new NotSupportedException();
}
