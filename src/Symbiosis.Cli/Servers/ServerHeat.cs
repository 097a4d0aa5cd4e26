using Grpc.Core;

namespace Symbiosis.Cli.Servers;

/// <summary>Has heat targeted on a server.</summary>
internal sealed class ServerHeat(ServerAddress address)
{
    /// <summary>Targets.</summary>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public async Task<V1.TargetResponse> TargetAsync(V1.TargetRequest request, CancellationToken cancel)
    {
        using var channel = ServerConnection.Open(address);
        try
        {
            return await new V1.HeatService.HeatServiceClient(channel).TargetAsync(request, ServerConnection.Headers(address), cancellationToken: cancel);
        }
        catch (RpcException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (RpcException fault)
        {
            throw ServerStatus.Read(fault, address);
        }
    }
}
