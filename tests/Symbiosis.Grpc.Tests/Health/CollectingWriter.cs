using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Symbiosis.Grpc.Tests.Health;

/// <summary>Waits for the message that a service serves.</summary>
internal sealed class CollectingWriter : IServerStreamWriter<HealthCheckResponse>
{
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Serving => _serving.Task;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(HealthCheckResponse message)
    {
        if (message.Status == ServingStatus.Serving) _serving.TrySetResult();
        return Task.CompletedTask;
    }
}
