using Symbiosis.Interop.Tests.Hosts;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Connect's client by gRPC-Web over HTTP/1.1, as a browser speaks.</summary>
public sealed class ConnectGrpcWebTests(ServiceHost host) : ConnectTests(host)
{
    protected override string Transport => "grpc-web";

    protected override string Address => $"http://{Host.HttpAddress}";
}
