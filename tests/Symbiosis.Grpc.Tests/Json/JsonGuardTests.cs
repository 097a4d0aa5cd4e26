using System.Text;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Json;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Json;

public sealed class JsonGuardTests
{
    private const int MaxElementCount = 1000;

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(10_000, false)]
    [InlineData(1_000_000, false)]
    public void N08_Depth_IsAtMost64(int depth, bool isGood)
    {
        var json = new string('[', depth) + new string(']', depth);

        var faults = Check(json, Value.Descriptor, 2_000_000);

        Assert.Equal(isGood, faults.Count == 0);
    }

    [Fact]
    public void N08_DepthOfObjectsInAStruct_IsAtMost64()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);

        Assert.Contains("64", Assert.Single(Check(json, Struct.Descriptor)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void N06_ElementCount_IsLimited()
    {
        var json = "[" + string.Join(',', Enumerable.Repeat("null", MaxElementCount)) + "]";

        var exception = Assert.Throws<RpcException>(() => Check(json, ListValue.Descriptor));

        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
    }

    [Fact]
    public void N06_ElementCountOfALongList_IsLimited()
    {
        var json = "{\"response_parameters\": [" + string.Join(',', Enumerable.Repeat("{}", MaxElementCount)) + "]}";

        Assert.Throws<RpcException>(() => Check(json, StreamingOutputCallRequest.Descriptor));
    }

    [Theory]
    [InlineData("{\"a\": [1, \"\\udc00\"]}")]
    [InlineData("{\"\\ud800\": 1}")]
    public void Check_HalfSurrogateInAStruct_IsAFault(string json)
    {
        Assert.NotEmpty(Check(json, Struct.Descriptor));
    }

    [Fact]
    public void Check_Syntax_IsToldWithLineAndColumn()
    {
        var fault = Assert.Single(Check("{\n  \"response_size\": 1,\n  oops\n}", SimpleRequest.Descriptor));

        Assert.StartsWith("line 3, column 3: ", fault.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PathsOfListsAndMaps_NameTheElement()
    {
        var list = Assert.Single(Check("{\"response_parameters\": [{}, {\"sise\": 1}]}", StreamingOutputCallRequest.Descriptor));
        var map = Assert.Single(Check("{\"statuses\": {\"a.b\": {\"stat\": 1}}}", HealthListResponse.Descriptor));

        Assert.Equal("response_parameters[1].sise", list.Field);
        Assert.Equal("statuses[\"a.b\"].stat", map.Field);
    }

    [Fact]
    public void Check_SameFieldInBothSpellings_IsAFault()
    {
        Assert.Equal("response_size", Assert.Single(Check("{\"response_size\": 1, \"responseSize\": 2}", SimpleRequest.Descriptor)).Field);
    }

    [Fact]
    public void Check_ManyFaults_StopsAt100()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 500).Select(number => $"\"x{number}\": 1")) + "}";

        Assert.Equal(100, Check(json, SimpleRequest.Descriptor).Count);
    }

    [Theory]
    [InlineData("NaN", true)]
    [InlineData("\"NaN\"", false)]
    [InlineData("\"-Infinity\"", false)]
    [InlineData("1e999", true)]
    [InlineData("-0.0", false)]
    [InlineData("1e308", false)]
    public void N07_Doubles_AreFiniteOrNamed(string number, bool isFault)
    {
        Assert.Equal(isFault, Check(number, DoubleValue.Descriptor).Count > 0);
    }

    [Theory]
    [InlineData("{\"status\": \"SERVING\"}")]
    [InlineData("{\"status\": 1}")]
    [InlineData("{\"status\": 77}")]
    [InlineData("{\"status\": null}")]
    public void Check_EnumByNameOrNumber_IsGood(string json)
    {
        Assert.Empty(Check(json, HealthCheckResponse.Descriptor));
    }

    [Fact]
    public void Check_WhatTheFormatterWrites_IsGood()
    {
        var status = new Google.Rpc.Status { Code = 3, Message = "\"quoted\" ☺" };
        status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }));
        var codec = JsonCodec.For(StatusReflection.Descriptor);

        var json = codec.Format(status);

        Assert.Empty(Check(json, Google.Rpc.Status.Descriptor));
        Assert.Equal(status, codec.Parse(json, Google.Rpc.Status.Descriptor));
    }

    // The guard has to stand between any text and the parser: whatever passes it may be refused by the parser, but never ends the process.
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Parse_MutatedTexts_AreReadOrRefused(int seed)
    {
        var random = new Random(seed);
        var good = Encoding.UTF8.GetBytes("""
            {"response_type": 0, "response_parameters": [{"size": 1, "interval_us": -2, "compressed": {"value": true}}, {}],
             "payload": {"type": "COMPRESSABLE", "body": "AAEC"}, "response_status": {"code": 3, "message": "\u00e9\n☺"}}
            """);
        var method = global::Grpc.Testing.TestService.Descriptor.FindMethodByName("StreamingOutputCall");
        for (var round = 0; round < 3000; round++)
        {
            var bytes = (byte[])good.Clone();
            for (var count = random.Next(1, 4); count > 0; count--)
                bytes[random.Next(bytes.Length)] = random.Next(4) == 0 ? (byte)random.Next(256) : good[random.Next(good.Length)];
            var body = bytes.AsMemory(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length);
            try
            {
                Assert.IsType<StreamingOutputCallRequest>(JsonRequest.Parse(body, method, new GrpcJsonOptions()));
            }
            catch (RpcException exception)
            {
                Assert.True(exception.StatusCode == StatusCode.InvalidArgument, $"seed {seed}, round {round}: {exception}");
            }
        }
    }

    private static IReadOnlyList<BadRequest.Types.FieldViolation> Check(string json, MessageDescriptor type, int maxElementCount = MaxElementCount) =>
        new JsonGuard(Encoding.UTF8.GetBytes(json), maxElementCount).Check(type);
}
