using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Testing;
using Symbiosis.Testing;
using InteropBool = Grpc.Testing.BoolValue;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>What a good client sends after the preface and its SETTINGS, on streams 1 and 3.</summary>
internal sealed record WireConversation(string Name, IReadOnlyList<Http2Frame> Frames)
{
    private const string Unary = "/symbiosis.testing.ProbeService/Unary";
    private const string ClientStream = "/symbiosis.testing.ProbeService/ClientStream";
    private const string ServerStream = "/symbiosis.testing.ProbeService/ServerStream";
    private const string Duplex = "/symbiosis.testing.ProbeService/Duplex";
    private static readonly (string, string) Deadline = ("grpc-timeout", "300m");

    /// <summary>A request in which each field is set.</summary>
    public static ProbeRequest FullRequest { get; } = new()
    {
        StatusMessage = "message ☺",
        Headers = { new Entry { Key = "x-head", Text = "head" }, new Entry { Key = "x-head-bin", Value = ByteString.CopyFrom(1, 2, 3) } },
        Trailers = { new Entry { Key = "x-tail", Text = "tail" } },
        ResponseCount = 2,
        ResponseBytes = 10,
        Compress = 1,
        Text = "text 钢铁",
        Labels = { ["one"] = "1", ["two"] = "2" },
        Numbers = { 1, 2, 300, -4 },
        Name = "name",
        Ratio = 0.5,
        Nested = new ProbeRequest { Text = "inner", Nested = new ProbeRequest { Index = 9 } },
        Value = Value.ForList(Value.ForNumber(1), Value.ForString("s"), Value.ForStruct(new Struct { Fields = { ["k"] = Value.ForNull() } })),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WireConversation> All { get; } =
    [
        Call("empty unary", Unary, new ProbeRequest()),
        Call("full unary", Unary, FullRequest),
        Call("unary with metadata", Unary, FullRequest, ("x-own", "one"), ("x-own", "two"), ("x-own-bin", "AAEC"), ("user-agent", "wire/1"), ("grpc-accept-encoding", "identity,gzip")),
        Bytes("gzip unary", Unary, GrpcFraming.Frame(GrpcFraming.Gzip(FullRequest.ToByteArray()), 1), ("grpc-encoding", "gzip")),
        Bytes("deflate unary", Unary, GrpcFraming.Frame(GrpcFraming.Deflate(FullRequest.ToByteArray()), 1), ("grpc-encoding", "deflate"), ("grpc-accept-encoding", "gzip")),
        Bytes("client stream", ClientStream, [.. GrpcFraming.Frame(FullRequest), .. GrpcFraming.Frame([]), .. GrpcFraming.Frame(FullRequest)]),
        Bytes("client stream of both kinds", ClientStream, [.. GrpcFraming.Frame(GrpcFraming.Gzip(FullRequest.ToByteArray()), 1), .. GrpcFraming.Frame(FullRequest)], ("grpc-encoding", "gzip")),
        Bytes("many empty messages", ClientStream, new byte[5 * 200]),
        Call("server stream", ServerStream, new ProbeRequest { ResponseCount = 5, ResponseBytes = 100 }),
        Call("compressed server stream", ServerStream, new ProbeRequest { ResponseCount = 5, ResponseBytes = 1000, Compress = 2 }, ("grpc-accept-encoding", "gzip")),
        Bytes("duplex", Duplex, [.. GrpcFraming.Frame(FullRequest), .. GrpcFraming.Frame(new ProbeRequest { ResponseCount = 3 })]),
        Call("error", Unary, new ProbeRequest { StatusCode = 9, StatusMessage = "no ☺", Trailers = { new Entry { Key = "x-tail", Text = "tail" } } }),
        Call("error with details", ServerStream, new ProbeRequest { StatusCode = 3, StatusMessage = "bad", WithDetails = true, ResponseCount = 1 }),
        Call("unknown method", "/symbiosis.testing.ProbeService/None", FullRequest),
        Call("unknown service", "/none.Service/None", FullRequest),
        new("json", [Head(1, [.. WireCall.RequestFields(Unary).Where(entry => entry.Name is not ("content-type" or "te")), ("content-type", "application/json")]), Http2Frame.Data(1, "{\"text\":\"t\"}"u8.ToArray(), true)]),
        new("cancelled", [Head(1, WireCall.RequestFields(Duplex, Deadline)), Http2Frame.Data(1, GrpcFraming.Frame(FullRequest), false), Http2Frame.Reset(1, Http2ErrorCode.Cancel)]),
        new("pings and windows", [Head(1, WireCall.RequestFields(Unary, Deadline)), Http2Frame.Ping([1, 2, 3, 4, 5, 6, 7, 8]), Http2Frame.WindowUpdate(1, 1000), Http2Frame.Data(1, GrpcFraming.Frame(FullRequest), true), Http2Frame.WindowUpdate(0, 1000)]),
        Continued(),
        new("padded", [Head(1, WireCall.RequestFields(Unary, Deadline)), Http2Frame.PaddedData(1, GrpcFraming.Frame(FullRequest)[..9], 200, false), Http2Frame.PaddedData(1, GrpcFraming.Frame(FullRequest)[9..], 1, true)]),
        new("two calls", [Head(1, WireCall.RequestFields(Unary, Deadline)), Head(3, WireCall.RequestFields(Duplex, Deadline)), Http2Frame.Data(3, GrpcFraming.Frame(FullRequest), false), Http2Frame.Data(1, GrpcFraming.Frame(FullRequest), true), Http2Frame.Data(3, GrpcFraming.Frame(FullRequest), true)]),
        Call("interop unary", "/grpc.testing.TestService/UnaryCall", new SimpleRequest { ResponseSize = 1000, Payload = new Payload { Body = ByteString.CopyFrom(new byte[100]) }, ExpectCompressed = new InteropBool() }, ("x-grpc-test-echo-initial", "i"), ("x-grpc-test-echo-trailing-bin", "q6ur")),
    ];

    private static WireConversation Call(string name, string path, IMessage message, params (string, string)[] more) => Bytes(name, path, GrpcFraming.Frame(message), more);

    private static WireConversation Bytes(string name, string path, byte[] body, params (string, string)[] more) =>
        new(name, [Head(1, WireCall.RequestFields(path, [Deadline, .. more])), Http2Frame.Data(1, body, true)]);

    private static Http2Frame Head(int streamId, IEnumerable<(string, string)> fields) => Http2Frame.Headers(streamId, HpackEncoder.Encode(fields), false);

    private static WireConversation Continued()
    {
        var block = HpackEncoder.Encode(WireCall.RequestFields(Unary, Deadline, ("x-long", new string('v', 300))));
        return new WireConversation("headers continued", [Http2Frame.Headers(1, block[..100], false, false), Http2Frame.Continuation(1, block[100..200], false), Http2Frame.Continuation(1, block[200..], true), Http2Frame.Data(1, GrpcFraming.Frame(FullRequest), true)]);
    }
}
