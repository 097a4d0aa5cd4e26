using Symbiosis.Interop.Tests.Hosts;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Connect's client by gRPC over HTTP/2.</summary>
public sealed class ConnectGrpcTests(ServiceHost host) : ConnectTests(host)
{
    protected override string Transport => "grpc";

    protected override string Address => $"http://{Host.GrpcAddress}";
}
