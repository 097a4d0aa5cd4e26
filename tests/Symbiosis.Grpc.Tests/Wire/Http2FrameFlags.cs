namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Flags of a frame; <see cref="Ack"/> and <see cref="EndStream"/> are the same bit of different kinds.</summary>
[Flags]
internal enum Http2FrameFlags : byte
{
    None = 0,
    EndStream = 0x1,
    Ack = 0x1,
    EndHeaders = 0x4,
    Padded = 0x8,
    Priority = 0x20,
}
