using Google.Protobuf;
using Grpc.Core;

namespace Grpc.Json;

/// <summary>Reads a request.</summary>
/// <param name="json">The body as it came.</param>
/// <returns>The message, of the type the reader was added for.</returns>
/// <exception cref="RpcException">The call's end where the body cannot be read, with its details.</exception>
public delegate IMessage GrpcJsonRequestReader(ReadOnlyMemory<byte> json);
