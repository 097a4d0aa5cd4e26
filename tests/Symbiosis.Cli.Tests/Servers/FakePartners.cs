using Grpc.Core;

namespace Symbiosis.Cli.Tests.Servers;

/// <summary>The part of <see cref="FakeServer"/> that looks for partners.</summary>
internal sealed class FakePartners(FakeServer server) : V1.PartnerService.PartnerServiceBase
{
    public override Task<V1.FindPartnersResponse> FindPartners(V1.FindPartnersRequest request, ServerCallContext context) => Task.FromResult(server.OnFindPartners(request));
}
