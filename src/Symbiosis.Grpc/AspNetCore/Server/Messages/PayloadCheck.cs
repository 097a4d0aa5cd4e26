using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>Looks through the incoming messages of one type before they are parsed.</summary>
internal sealed class PayloadCheck
{
    // A tag and a length, or a tag and a value.
    private const int ShortestElement = 2;

    private readonly MessageShape? _shape;
    private readonly int? _maxElementCount;

    /// <summary>Creates it.</summary>
    /// <param name="messageType">Type of the messages; one that is not of protobuf is never looked through.</param>
    /// <param name="maxElementCount">See <see cref="GrpcServiceOptions.MaxMessageElementCount"/>.</param>
    public PayloadCheck(Type messageType, int? maxElementCount)
    {
        _maxElementCount = maxElementCount;
        if (typeof(IMessage).IsAssignableFrom(messageType)
            && messageType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is MessageDescriptor descriptor)
        {
            _shape = MessageShape.Of(descriptor);
        }
    }

    /// <summary>Whether a message of this length has to be looked through at all.</summary>
    public bool IsNeededFor(long length) => _shape is not null && (_shape.HasText || length / ShortestElement > _maxElementCount);

    /// <summary>Refuses a faulty message.</summary>
    /// <exception cref="Core.RpcException">It is faulty.</exception>
    public void Require(ReadOnlySpan<byte> bytes)
    {
        switch (new PayloadWalk(bytes, _maxElementCount).Run(_shape!))
        {
            case PayloadFault.Malformed:
                throw MessageFaults.NotParsed(null);
            case PayloadFault.InvalidUtf8:
                throw MessageFaults.InvalidUtf8();
            case PayloadFault.TooManyElements:
                throw MessageFaults.TooManyElements();
        }
    }
}
