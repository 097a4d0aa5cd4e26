using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Json;

namespace Symbiosis.Grpc.Tests.Json;

public sealed class RpcStatusJsonTests
{
    [Fact]
    public void Format_ErrorInfo_NamesItsReasonAsTodaysSchemaDoes()
    {
        var status = new Google.Rpc.Status { Code = 8 };
        status.Details.Add(Any.Pack(new ErrorInfo { Type = "QUEUE_FULL", Domain = "example" }));

        using var json = JsonDocument.Parse(RpcStatusJson.Format(status, JsonCodec.For(StatusReflection.Descriptor)));

        var detail = json.RootElement.GetProperty("details")[0];
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", detail.GetProperty("@type").GetString());
        Assert.Equal("QUEUE_FULL", detail.GetProperty("reason").GetString());
        Assert.False(detail.TryGetProperty("type", out _));
    }
}
