using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Messages;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section N of the conformance checklist: what is looked for in a payload before it is parsed.</summary>
public sealed class PayloadWalkTests
{
    private static readonly MessageShape s_struct = MessageShape.Of(Struct.Descriptor);
    private static readonly MessageShape s_file = MessageShape.Of(FileDescriptorProto.Descriptor);

    [Theory]
    [InlineData("C328")]
    [InlineData("EDA080")]
    [InlineData("FF")]
    [InlineData("C0AF")]
    public void Run_InvalidUtf8_IsFoundInFieldsKeysAndLists(string hex)
    {
        var text = Convert.FromHexString(hex);
        byte[] Field(int number, byte[] value) => [(byte)((number << 3) | 2), (byte)value.Length, .. value];

        var inField = Field(3, text);
        var inKey = Field(1, Field(1, text));
        var inList = Field(1, Field(2, Field(6, Field(1, Field(3, text)))));

        Assert.Equal(PayloadFault.InvalidUtf8, Run(MessageShape.Of(Value.Descriptor), inField));
        Assert.Equal(PayloadFault.InvalidUtf8, Run(s_struct, inKey));
        Assert.Equal(PayloadFault.InvalidUtf8, Run(s_struct, inList));
        Assert.Equal(PayloadFault.None, Run(s_struct, Field(15, text)));
    }

    [Fact]
    public void Run_InvalidUtf8InProto2_IsLeftAlone()
    {
        Assert.Equal(PayloadFault.None, Run(s_file, [0x0A, 1, 0xFF]));
    }

    [Theory]
    [InlineData("0A05AA")]
    [InlineData("00")]
    [InlineData("07")]
    [InlineData("0F")]
    [InlineData("0AFFFFFFFF0F")]
    [InlineData("0AFFFFFFFF07")]
    [InlineData("08FFFFFFFFFFFFFFFFFFFF01")]
    [InlineData("0C")]
    [InlineData("0B")]
    [InlineData("0B08")]
    public void Run_Malformed_IsFound(string hex)
    {
        Assert.Equal(PayloadFault.Malformed, Run(s_struct, Convert.FromHexString(hex)));
    }

    [Fact]
    public void Run_HundredThousandNestedGroupsOrMessages_EndsWithoutOverflow()
    {
        var groups = new byte[100_000];
        Array.Fill(groups, (byte)0x7B);

        Assert.Equal(PayloadFault.Malformed, Run(s_struct, groups));
        Assert.Equal(PayloadFault.Malformed, Run(MessageShape.Of(Value.Descriptor), Nested(2000)));
    }

    [Fact]
    public void Run_EmptyMessagesBeyondTheCount_AreRefused()
    {
        var shape = MessageShape.Of(ListValue.Descriptor);
        var body = new byte[20];
        for (var i = 0; i < body.Length; i += 2)
            body[i] = 0x0A;

        Assert.Equal(PayloadFault.None, new PayloadWalk(body, 10).Run(shape));
        Assert.Equal(PayloadFault.TooManyElements, new PayloadWalk(body, 9).Run(shape));
        Assert.Equal(PayloadFault.None, new PayloadWalk(body, null).Run(shape));
    }

    [Fact]
    public void Run_UnknownFieldsBeyondTheCount_AreRefused()
    {
        Assert.Equal(PayloadFault.TooManyElements, new PayloadWalk([0x78, 1, 0x78, 1], 1).Run(s_struct));
    }

    [Fact]
    public void Run_MutatedMessages_RefusesNothingThatTheParserTakes()
    {
        // Strings that are not UTF-8 are refused by the walk alone. No maps here: within their entries the parser of 3.25.1 takes wire types 6 and 7, which
        // do not exist, and the walk does not.
        const int seed = 20260729;
        var random = new Random(seed);
        var good = new Api
        {
            Name = "api",
            Methods = { new Method { Name = "method", RequestStreaming = true, Options = { new Option { Name = "option", Value = Any.Pack(new StringValue { Value = "text" }) } } } },
            SourceContext = new() { FileName = "file" },
            Version = "1",
        }.ToByteArray();
        var messages = new (MessageShape Shape, MessageParser Parser, byte[] Good)[]
        {
            (MessageShape.Of(Api.Descriptor), Api.Parser, good),
            (s_file, FileDescriptorProto.Parser, Struct.Descriptor.File.SerializedData.ToByteArray()),
            (MessageShape.Of(SimpleRequest.Descriptor), SimpleRequest.Parser, new SimpleRequest { ResponseSize = 300, Payload = new() { Body = ByteString.CopyFromUtf8("b") } }.ToByteArray()),
        };

        for (var round = 0; round < 30_000; round++)
        {
            var (shape, parser, source) = messages[round % messages.Length];
            var body = source.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            body = body[..random.Next(1, body.Length + 1)];

            var fault = Run(shape, body);
            var isParsed = Record.Exception(() => parser.ParseFrom(body)) is null;

            if (fault == PayloadFault.Malformed && isParsed)
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, round {round}: refused {Convert.ToHexString(body)}"));
        }
    }

    [Fact]
    public async Task Call_InvalidUtf8_IsInternal()
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        // Field 3 of Payload does not exist; field 1 of EchoStatus, in field 7 of the request, is the code and 2 the message.
        var answer = await application.CallAsync(ScriptedTestService.Unary, Wire.Frame([0x3A, 4, 0x12, 2, 0xC3, 0x28]));

        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Call_TooManyElements_IsResourceExhausted()
    {
        await using var application = await ScriptedApplication.StartAsync(new(), options => options.MaxMessageElementCount = 3);

        var answer = await application.CallAsync(ScriptedTestService.ServerStream, Wire.Frame([0x12, 0, 0x12, 0, 0x12, 0, 0x12, 0]));

        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
    }

    private static PayloadFault Run(MessageShape shape, byte[] body) => new PayloadWalk(body, null).Run(shape);

    private static byte[] Nested(int depth)
    {
        byte[] bytes = [];
        for (var i = 0; i < depth; i++)
        {
            // A value's list (field 6) with one value (field 1).
            bytes = [0x0A, .. Length(bytes.Length), .. bytes];
            bytes = [0x32, .. Length(bytes.Length), .. bytes];
        }

        return bytes;
    }

    private static byte[] Length(int value)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
            output.WriteLength(value);
        return stream.ToArray();
    }
}
