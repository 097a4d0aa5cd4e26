namespace Grpc.Core;

/// <summary>A server's responses.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
