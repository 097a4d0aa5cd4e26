namespace Grpc.AspNetCore.Server.Messages;

/// <summary>What a field number means on the wire. The default value is a field that the message does not have.</summary>
/// <param name="IsKnown">Whether the message has it.</param>
/// <param name="IsRepeated">Whether it may stand several times; a map is repeated messages.</param>
/// <param name="IsText">Whether its bytes have to be UTF-8.</param>
/// <param name="Message">Shape of the sub-message; null: it is none.</param>
internal readonly record struct FieldShape(bool IsKnown, bool IsRepeated, bool IsText, MessageShape? Message);
