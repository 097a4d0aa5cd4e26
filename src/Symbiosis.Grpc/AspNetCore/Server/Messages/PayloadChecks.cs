namespace Grpc.AspNetCore.Server.Messages;

/// <summary>Makes the check for a type of message.</summary>
internal static class PayloadChecks
{
    public static PayloadCheck For<TMessage>(int? maxElementCount) => PayloadCheck.None;
}
