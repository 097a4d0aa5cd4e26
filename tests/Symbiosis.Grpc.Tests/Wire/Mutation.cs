namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Changes that turn good bytes or frames into others; all chance comes from the given generator.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = [0, 1, 2, 0x7F, 0x80, 0xFF, (byte)'%', (byte)'"', (byte)'[', (byte)'{', (byte)'\\', (byte)'-', (byte)'e'];

    /// <summary>One to four changes: a bit turned, a byte replaced, a part cut off, left out, doubled, or bytes put in.</summary>
    public static byte[] OfBytes(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0 or 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.RemoveRange(at, length);
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                default:
                    var inserted = new byte[random.Next(1, 9)];
                    random.NextBytes(inserted);
                    bytes.InsertRange(at, inserted);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>One to three changes that keep every frame a frame: content changed, a frame left out, doubled, moved, or its flags changed.</summary>
    public static IReadOnlyList<Http2Frame> OfFrames(IReadOnlyList<Http2Frame> good, Random random)
    {
        var frames = new List<Http2Frame>(good);
        for (var count = random.Next(1, 4); count > 0 && frames.Count > 0; count--)
        {
            var at = random.Next(frames.Count);
            var frame = frames[at];
            switch (random.Next(6))
            {
                case 0 or 1:
                    frames[at] = frame with { Payload = OfBytes(frame.Payload, random) };
                    break;
                case 2:
                    frames.RemoveAt(at);
                    break;
                case 3:
                    frames.Insert(random.Next(frames.Count + 1), frame);
                    break;
                case 4:
                    frames.RemoveAt(at);
                    frames.Insert(random.Next(frames.Count + 1), frame);
                    break;
                default:
                    frames[at] = frame with { Flags = frame.Flags ^ (Http2FrameFlags)(1 << random.Next(6)) };
                    break;
            }
        }

        return frames;
    }
}
