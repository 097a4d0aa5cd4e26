using System.Buffers;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>Looks through an incoming message before it is parsed.</summary>
internal abstract class PayloadCheck
{
    /// <summary>Lets everything pass.</summary>
    public static PayloadCheck None { get; } = new NoCheck();

    /// <summary>Refuses a faulty message.</summary>
    /// <exception cref="Core.RpcException">It is faulty.</exception>
    public abstract void Require(ReadOnlySequence<byte> bytes);

    private sealed class NoCheck : PayloadCheck
    {
        public override void Require(ReadOnlySequence<byte> bytes)
        {
        }
    }
}
