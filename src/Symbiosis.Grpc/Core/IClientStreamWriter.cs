namespace Grpc.Core;

/// <summary>A client's requests.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>No more requests.</summary>
    Task CompleteAsync();
}
