using Google.Protobuf;

namespace Symbiosis.Api.Writing;

/// <summary>Cuts a park that is larger than a message may be into parts for OptimizeParts.</summary>
public static class ParkParts
{
    /// <summary>
    /// Parts that, merged in order, are the park again. Cut between the park's own fields and list entries only, so a part is larger than asked for
    /// where one plant or profile alone is.
    /// </summary>
    /// <param name="park">The park; at least one part comes of it, be it empty.</param>
    /// <param name="maxByteCount">Largest part, bytes.</param>
    public static IReadOnlyList<V1.Park> Split(V1.Park park, int maxByteCount)
    {
        var bytes = park.ToByteArray();
        var parts = new List<V1.Park>();
        using var input = new CodedInputStream(bytes);
        var (start, end) = (0, 0);
        while (input.ReadTag() != 0)
        {
            input.SkipLastField();
            var next = (int)input.Position;
            if (next - start > maxByteCount && end > start)
            {
                parts.Add(V1.Park.Parser.ParseFrom(bytes, start, end - start));
                start = end;
            }

            end = next;
        }

        parts.Add(V1.Park.Parser.ParseFrom(bytes, start, end - start));
        return parts;
    }
}
