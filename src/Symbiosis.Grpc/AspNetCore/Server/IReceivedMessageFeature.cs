namespace Grpc.AspNetCore.Server;

/// <summary>On the features of a request that is a gRPC call: facts about the message received last. Not a type of the original.</summary>
public interface IReceivedMessageFeature
{
    /// <summary>Whether it came compressed. False before the first message.</summary>
    bool IsCompressed { get; }
}
