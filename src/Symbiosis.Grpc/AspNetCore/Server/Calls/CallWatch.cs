namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Times one call for traces and meters.</summary>
internal readonly struct CallWatch : IDisposable
{
    public static CallWatch Start(CallSettings settings) => default;

    public void Stop(HttpServerCall call)
    {
    }

    public void Dispose()
    {
    }
}
