using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Symbiosis.Api.Errors;

namespace Symbiosis.Cli.Tests.Servers;

/// <summary>A gRPC server in this process whose answers the test gives.</summary>
internal sealed class FakeServer : V1.OptimizationService.OptimizationServiceBase, IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>Answers Optimize and OptimizeParts; the park is whole.</summary>
    public Func<V1.OptimizeRequest, Func<V1.OptimizeResponse, Task>, ServerCallContext, Task> OnOptimize { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Answers Explain.</summary>
    public Func<V1.ExplainRequest, V1.ExplainResponse> OnExplain { get; set; } = _ => new V1.ExplainResponse();

    /// <summary>Answers FindPartners.</summary>
    public Func<V1.FindPartnersRequest, V1.FindPartnersResponse> OnFindPartners { get; set; } = _ => new V1.FindPartnersResponse();

    /// <summary>What it speaks.</summary>
    public HttpProtocols Protocols { get; set; } = HttpProtocols.Http2;

    /// <summary>Where it listens.</summary>
    public string Url => app!.Urls.First();

    /// <summary>Pieces of the last call of OptimizeParts.</summary>
    public int PieceCount { get; private set; }

    /// <summary>Starts it on a free port of this machine.</summary>
    /// <param name="certificate">With one it speaks TLS.</param>
    public async Task<FakeServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = Protocols;
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        builder.Services.AddGrpc(grpc => grpc.MaxTrailersSize = RichErrors.LargestMaxByteCount);
        builder.Services.AddSingleton(this);
        app = builder.Build();
        app.MapGrpcService<FakeServer>();
        app.MapGrpcService<FakePartners>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public override Task Optimize(V1.OptimizeRequest request, IServerStreamWriter<V1.OptimizeResponse> responseStream, ServerCallContext context) =>
        OnOptimize(request, responseStream.WriteAsync, context);

    public override async Task OptimizeParts(
        IAsyncStreamReader<V1.OptimizePartsRequest> requestStream, IServerStreamWriter<V1.OptimizePartsResponse> responseStream, ServerCallContext context)
    {
        var whole = new V1.OptimizeRequest { Park = new V1.Park() };
        PieceCount = 0;
        await foreach (var piece in requestStream.ReadAllAsync(context.CancellationToken))
        {
            whole.Park.MergeFrom(piece.ParkPart);
            whole.Scenario ??= piece.Scenario;
            whole.Options ??= piece.Options;
            PieceCount++;
        }

        await OnOptimize(whole, answer => responseStream.WriteAsync(new V1.OptimizePartsResponse { Plan = answer.Plan }), context);
    }

    public override Task<V1.ExplainResponse> Explain(V1.ExplainRequest request, ServerCallContext context) => Task.FromResult(OnExplain(request));

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}
