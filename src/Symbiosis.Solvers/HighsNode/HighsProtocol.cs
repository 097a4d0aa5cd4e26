using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Symbiosis.Milp;
using Symbiosis.Solvers.Processes;

namespace Symbiosis.Solvers.HighsNode;

/// <summary>The frames spoken with highs/engine.mjs; its other side is highs/frames.mjs, which describes the layout.</summary>
/// <remarks>
/// To the engine: load, change, solve, iis, stop, unload, warm. From it: ready, alive (every second), done, progress, result, iis, error.
/// Arrays go as raw little-endian memory: 1.5 million entries cost milliseconds, as JSON they would cost seconds.
/// </remarks>
internal static class HighsProtocol
{
    private const uint Magic = 0x314d5953;
    private const int PrefixBytes = 12;
    private const int LongestHeaderBytes = 1 << 20;
    private const int SmallPayloadBytes = 1 << 15;
    private const int EntryBytesDouble = sizeof(double);
    private const int EntryBytesInteger = sizeof(int);

    public static void WriteLoad(Stream stream, int id, LinearModel model)
    {
        var kinds = new int[model.ColumnCount];
        for (var j = 0; j < kinds.Length; j++)
            kinds[j] = model.ColumnKinds.Span[j] == VariableKind.Continuous ? 0 : 1;
        var header = new JsonObject
        {
            ["type"] = "load",
            ["id"] = id,
            ["columns"] = model.ColumnCount,
            ["rows"] = model.RowCount,
            ["offset"] = model.ObjectiveOffset,
        };
        Write(
            stream, header,
            new FrameArray("starts", model.ColumnStarts), new FrameArray("indices", model.RowIndices), new FrameArray("values", model.Values),
            new FrameArray("costs", model.ColumnCosts), new FrameArray("columnLower", model.ColumnLower), new FrameArray("columnUpper", model.ColumnUpper),
            new FrameArray("rowLower", model.RowLower), new FrameArray("rowUpper", model.RowUpper), new FrameArray("kinds", kinds));
    }

    public static void WriteChange(Stream stream, int id, ModelChange change)
    {
        Write(
            stream, new JsonObject { ["type"] = "change", ["id"] = id },
            new FrameArray("columns", change.ColumnBounds.Keys.ToArray()),
            new FrameArray("columnLower", change.ColumnBounds.Values.Select(b => b.Lower).ToArray()),
            new FrameArray("columnUpper", change.ColumnBounds.Values.Select(b => b.Upper).ToArray()),
            new FrameArray("costColumns", change.Costs.Keys.ToArray()),
            new FrameArray("costs", change.Costs.Values.ToArray()),
            new FrameArray("rows", change.RowBounds.Keys.ToArray()),
            new FrameArray("rowLower", change.RowBounds.Values.Select(b => b.Lower).ToArray()),
            new FrameArray("rowUpper", change.RowBounds.Values.Select(b => b.Upper).ToArray()));
    }

    /// <param name="stream">The engine's standard input.</param>
    /// <param name="id">Number of the request.</param>
    /// <param name="options">What to solve for.</param>
    /// <param name="timeLeft">The part of the time limit that starting and loading left.</param>
    public static void WriteSolve(Stream stream, int id, SolveOptions options, TimeSpan? timeLeft)
    {
        var header = new JsonObject
        {
            ["type"] = "solve",
            ["id"] = id,
            ["relax"] = options.RelaxIntegrality,
            ["options"] = HighsOptions(options, timeLeft),
            ["engineOptions"] = new JsonObject(options.EngineOptions.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
        };
        if (options.WarmStart is { } start)
            Write(stream, header, new FrameArray("start", start as double[] ?? [.. start]));
        else
            Write(stream, header);
    }

    public static void WriteIis(Stream stream, int id, TimeSpan limit) =>
        Write(stream, new JsonObject { ["type"] = "iis", ["id"] = id, ["limitSeconds"] = limit.TotalSeconds });

    public static void WriteStop(Stream stream, int id) => Write(stream, new JsonObject { ["type"] = "stop", ["id"] = id });

    public static void WriteWarm(Stream stream, int id) => Write(stream, new JsonObject { ["type"] = "warm", ["id"] = id });

    public static void WriteUnload(Stream stream, int id) => Write(stream, new JsonObject { ["type"] = "unload", ["id"] = id });

    /// <summary>Reads the next frame; <c>null</c> at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public static HighsFrame? Read(Stream stream)
    {
        var prefix = new byte[PrefixBytes];
        var got = stream.ReadAtLeast(prefix, PrefixBytes, throwOnEndOfStream: false);
        if (got == 0)
            return null;
        // What is too short to be a frame is still worth showing.
        if (got < PrefixBytes || BinaryPrimitives.ReadUInt32LittleEndian(prefix) != Magic)
            throw new InvalidDataException($"expected a frame, got '{Printable(prefix.AsSpan(0, got))}'");

        var headerBytes = BinaryPrimitives.ReadUInt32LittleEndian(prefix.AsSpan(4));
        var payloadBytes = BinaryPrimitives.ReadUInt32LittleEndian(prefix.AsSpan(8));
        if (headerBytes > LongestHeaderBytes || payloadBytes > Array.MaxLength)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a frame of {headerBytes} + {payloadBytes} bytes"));

        var head = new byte[headerBytes];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        try
        {
            using var document = JsonDocument.Parse(head);
            return ReadArrays(stream, document.RootElement.Clone(), payloadBytes);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"a frame with an unreadable header '{Printable(head)}'", fault);
        }
    }

    private static HighsFrame? ReadArrays(Stream stream, JsonElement header, uint payloadBytes)
    {
        var arrays = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long used = 0;
        foreach (var described in header.GetProperty("arrays").EnumerateArray())
        {
            long bytes = (long)described[2].GetInt32() * (described[1].GetString() == "f64" ? EntryBytesDouble : EntryBytesInteger);
            used += bytes;
            if (bytes < 0 || used > payloadBytes)
                throw new InvalidDataException("a frame whose arrays are longer than it");
            var content = new byte[bytes];
            if (stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length)
                return null;
            arrays[described[0].GetString() ?? ""] = content;
        }

        if (used != payloadBytes)
            throw new InvalidDataException("a frame whose arrays are shorter than it");
        return new HighsFrame(header, arrays);
    }

    private static JsonObject HighsOptions(SolveOptions options, TimeSpan? timeLeft)
    {
        var named = new JsonObject { ["random_seed"] = options.Seed };
        if (timeLeft is { } left)
            named["time_limit"] = Math.Max(0.001, left.TotalSeconds);
        if (options.RelativeGap is { } relative)
            named["mip_rel_gap"] = relative;
        else if (options.AbsoluteGap is not null)
            named["mip_rel_gap"] = 0.0;
        if (options.AbsoluteGap is { } absolute)
            named["mip_abs_gap"] = absolute;
        if (options.ObjectiveCutoff is { } cutoff && double.IsFinite(cutoff))
            named["objective_bound"] = cutoff + SolveRun.CutoffSlack(cutoff);
        return named;
    }

    private static void Write(Stream stream, JsonObject header, params ReadOnlySpan<FrameArray> arrays)
    {
        var described = new JsonArray();
        long payload = 0;
        foreach (var array in arrays)
        {
            described.Add(new JsonArray(array.Name, array.TypeName, array.Count));
            payload += array.ByteCount;
        }

        header["arrays"] = described;
        var head = JsonSerializer.SerializeToUtf8Bytes(header);
        var start = new byte[PrefixBytes + head.Length + (payload <= SmallPayloadBytes ? payload : 0)];
        BinaryPrimitives.WriteUInt32LittleEndian(start, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(start.AsSpan(4), (uint)head.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(start.AsSpan(8), checked((uint)payload));
        head.CopyTo(start.AsSpan(PrefixBytes));

        // A small frame goes in one write: each write wakes the engine once.
        if (payload > SmallPayloadBytes)
        {
            stream.Write(start);
            foreach (var array in arrays)
                stream.Write(array.Bytes);
        }
        else
        {
            var offset = PrefixBytes + head.Length;
            foreach (var array in arrays)
            {
                array.Bytes.CopyTo(start.AsSpan(offset));
                offset += array.Bytes.Length;
            }

            stream.Write(start);
        }

        stream.Flush();
    }

    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        const int shown = 80;
        var text = new char[Math.Min(bytes.Length, shown)];
        for (var i = 0; i < text.Length; i++)
            text[i] = bytes[i] is >= 32 and < 127 ? (char)bytes[i] : '.';
        return new string(text);
    }

    private readonly struct FrameArray
    {
        private readonly ReadOnlyMemory<double> doubles;
        private readonly ReadOnlyMemory<int> integers;

        public FrameArray(string name, ReadOnlyMemory<double> doubles) => (Name, TypeName, this.doubles) = (name, "f64", doubles);

        public FrameArray(string name, double[] doubles)
            : this(name, (ReadOnlyMemory<double>)doubles)
        {
        }

        public FrameArray(string name, ReadOnlyMemory<int> integers) => (Name, TypeName, this.integers) = (name, "i32", integers);

        public FrameArray(string name, int[] integers)
            : this(name, (ReadOnlyMemory<int>)integers)
        {
        }

        public string Name { get; }

        public string TypeName { get; }

        public int Count => doubles.Length + integers.Length;

        public long ByteCount => ((long)doubles.Length * EntryBytesDouble) + ((long)integers.Length * EntryBytesInteger);

        public ReadOnlySpan<byte> Bytes => doubles.Length > 0 ? MemoryMarshal.AsBytes(doubles.Span) : MemoryMarshal.AsBytes(integers.Span);
    }
}
