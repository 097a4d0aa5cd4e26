using Grpc.Core;

namespace Symbiosis.Cli.Servers;

/// <summary>Looks for partners on a server.</summary>
internal sealed class ServerPartners(ServerAddress address)
{
    /// <summary>Asks.</summary>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    public V1.FindPartnersResponse Find(V1.FindPartnersRequest request)
    {
        using var channel = ServerConnection.Open(address);
        var client = new V1.PartnerService.PartnerServiceClient(channel);
        try
        {
            return client.FindPartnersAsync(request, ServerConnection.Headers(address)).ResponseAsync.GetAwaiter().GetResult();
        }
        catch (RpcException fault)
        {
            throw ServerStatus.Read(fault, address);
        }
    }
}
