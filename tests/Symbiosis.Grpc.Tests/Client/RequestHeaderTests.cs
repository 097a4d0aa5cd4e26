using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Checklist Q-14: what a request looks like.</summary>
public sealed class RequestHeaderTests
{
    [Fact]
    public async Task Q14_Request_HasTheProtocolsHeadersAndNoTrailers()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        await channel.UnaryAsync();

        var call = server.Calls[0];
        var names = call.Fields.Select(field => field.Name).ToList();
        Assert.Equal("POST", call.Header(":method"));
        Assert.Equal("http", call.Header(":scheme"));
        Assert.Equal("/grpc.testing.TestService/UnaryCall", call.Header(":path"));
        Assert.Equal($"127.0.0.1:{server.Port}", call.Header(":authority"));
        Assert.Equal("trailers", call.Header("te"));
        Assert.Equal("application/grpc", call.Header("content-type"));
        Assert.Equal("identity,gzip,deflate", call.Header("grpc-accept-encoding"));
        Assert.Matches(@"^grpc-dotnet-symbiosis/\d", call.Header("user-agent"));
        Assert.Equal("grpc-timeout", names.First(name => name[0] != ':'));
        Assert.Equal(names.Distinct(), names);
        Assert.DoesNotContain("grpc-encoding", names);
        Assert.DoesNotContain("trailer", names);
        Assert.Equal(5, (await call.RequestBody).Length);
    }

    [Fact]
    public async Task Q14_Metadata_TravelInOrderAndBinaryOnesUnpadded()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);
        var metadata = new Metadata
        {
            { "x-many", "1" }, { "x-many", "2, 3" }, { "x-bytes-bin", [0xFF] }, { "x-bytes-bin", [] },
            { "authorization", "Bearer t" }, { "last-modified", "today" }, { "user-agent", "my-program/1" },
        };

        await channel.UnaryAsync(TestChannel.Options(metadata));

        var call = server.Calls[0];
        Assert.Equal(["1, 2, 3"], [string.Join(", ", call.Fields.Where(field => field.Name == "x-many").Select(field => field.Value))]);
        Assert.Equal("/w,", string.Join(",", call.Fields.Where(field => field.Name == "x-bytes-bin").Select(field => field.Value)).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Bearer t", call.Header("authorization"));
        Assert.Equal("today", call.Header("last-modified"));
        Assert.StartsWith("my-program/1 grpc-dotnet-symbiosis/", call.Header("user-agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q14_MetadataOfTheProtocol_DoNotReplaceIt()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);
        var metadata = new Metadata { { "grpc-timeout", "1n" }, { "content-type", "text/html" }, { "te", "gzip" }, { "host", "elsewhere" }, { "grpc-encoding", "gzip" } };

        await channel.UnaryAsync(TestChannel.Options(metadata));

        var fields = server.Calls[0].Fields;
        Assert.DoesNotContain(fields, field => field.Value is "1n" or "text/html" or "gzip" or "elsewhere");
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("café")]
    [InlineData("tab\t")]
    public async Task Q14_MetadataThatCannotTravel_FailTheCallAndNothingIsSent(string value)
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync(TestChannel.Options(new Metadata { { "x-text", value } }));

        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.Contains("x-text", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Q14_StreamOfRequests_HeadersLeaveBeforeTheFirstMessage()
    {
        await using var server = HostileServer.Start(call => call.HeadersAsync(("x-early", "1")));
        using var channel = TestChannel.To(server);
        using var call = channel.Client.FullDuplexCall(TestChannel.Options());

        Assert.Equal("1", (await call.ResponseHeadersAsync).GetValue("x-early"));
        Assert.False(server.Calls[0].IsRequestEnded);
    }

    [Fact]
    public async Task Q14_WithHost_IsTheAuthority()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        await channel.Client.WithHost("park.example:99").EmptyCallAsync(new Empty(), TestChannel.Options());

        Assert.Equal("park.example:99", server.Calls[0].Header(":authority"));
    }
}
