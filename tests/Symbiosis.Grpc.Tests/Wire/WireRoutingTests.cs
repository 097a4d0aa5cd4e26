using Grpc.Core;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section B of the checklist: request headers and routing.</summary>
public sealed class WireRoutingTests(WireHost host) : WireTests(host)
{
    [Theory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("Application/GRPC")]
    [InlineData("APPLICATION/GRPC+PROTO")]
    [InlineData("application/grpc; param=one")]
    [InlineData("application/grpc;param=one")]
    public async Task B01_ContentTypeOfGrpc_IsAccepted(string contentType)
    {
        AssertStatus(StatusCode.OK, await CallAsync(With("content-type", contentType), Good()));
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/json")]
    [InlineData("")]
    [InlineData(null)]
    public async Task B02_OtherContentType_UnsupportedMediaType(string? contentType)
    {
        var answer = await CallAsync(With("content-type", contentType), Good());

        Assert.Equal("415", answer.HttpStatus);
    }

    [Theory]
    [InlineData("application/grpcfoo")]
    [InlineData("application/grp")]
    public async Task B03_PrefixWithoutSeparator_UnsupportedMediaType(string contentType)
    {
        Assert.Equal("415", (await CallAsync(With("content-type", contentType), Good())).HttpStatus);
    }

    [Theory]
    [InlineData("application/grpc+foo")]
    [InlineData("application/grpc+json")]
    public async Task B03_UnknownCodec_UnimplementedTrailersOnly(string contentType)
    {
        var answer = await CallAsync(With("content-type", contentType), Good());

        AssertStatus(StatusCode.Unimplemented, answer);
        Assert.True(answer.IsTrailersOnly, answer.ToString());
    }

    [Theory]
    [InlineData("/symbiosis.testing.NoService/Unary", "Service is unimplemented.")]
    [InlineData("/symbiosis.testing.ProbeService/NoMethod", "Method is unimplemented.")]
    public async Task B04_UnknownServiceOrMethod_UnimplementedTrailersOnly(string path, string message)
    {
        var answer = await CallAsync(path, Good());

        AssertStatus(StatusCode.Unimplemented, answer);
        Assert.Equal(message, answer.Message);
        Assert.True(answer.IsTrailersOnly, answer.ToString());
        Assert.StartsWith("application/grpc", answer.Header("content-type"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", "application/json")]
    public async Task B05_UnknownPathThatIsNoGrpc_PlainNotFound(string method, string? contentType)
    {
        var fields = With("content-type", contentType, "/symbiosis.testing.NoService/Unary");
        fields[0] = (":method", method);

        var answer = await CallAsync(fields, []);

        Assert.Equal("404", answer.HttpStatus);
        Assert.Null(answer.Header("grpc-status"));
    }

    [Theory]
    [InlineData("/Symbiosis.Testing.ProbeService/Unary")]
    [InlineData("/symbiosis.testing.ProbeService/unary")]
    [InlineData(UnaryPath + "/")]
    [InlineData("//symbiosis.testing.ProbeService/Unary")]
    [InlineData("/symbiosis.testing.ProbeService//Unary")]
    [InlineData("/symbiosis.testing.ProbeService%2FUnary")]
    [InlineData("/symbiosis.testing.ProbeService/Una%72y")]
    [InlineData("/symbiosis.testing.ProbeService/../symbiosis.testing.ProbeService/Unary")]
    [InlineData("/./symbiosis.testing.ProbeService/Unary")]
    [InlineData("/symbiosis.testing.ProbeService/")]
    [InlineData("/symbiosis.testing.ProbeService")]
    [InlineData("/a/b/c")]
    [InlineData("/")]
    public async Task B06_PathThatIsNotExactlyTheMethods_Unimplemented(string path)
    {
        AssertStatus(StatusCode.Unimplemented, await CallAsync(path, Good()));
    }

    [Fact]
    public async Task B06_PathOf6Kilobytes_Unimplemented()
    {
        AssertStatus(StatusCode.Unimplemented, await CallAsync("/" + new string('a', 6000) + "/b", Good()));
    }

    [Fact]
    public async Task B06_PathOf9Kilobytes_IsRefused()
    {
        // Kestrel's limit of a request line is 8,192 bytes: it answers before any routing.
        var answer = await CallAsync("/" + new string('a', 9000) + "/b", Good());

        Assert.True(answer.HttpStatus is "414" or "431" || answer.ResetCode is not null || answer.GoAwayCode is not null || answer.Status == StatusCode.Unimplemented, answer.ToString());
    }

    [Fact]
    public async Task B06_QueryString_IsIgnored()
    {
        AssertStatus(StatusCode.OK, await CallAsync(UnaryPath + "?x=1", Good()));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task B07_OtherVerb_MethodNotAllowed(string method)
    {
        var fields = WireCall.RequestFields(UnaryPath);
        fields[0] = (":method", method);

        var answer = await CallAsync(fields, Good());

        Assert.Equal("405", answer.HttpStatus);
        Assert.Contains("POST", answer.Header("allow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B08_OptionsWithoutCors_MethodNotAllowed()
    {
        var fields = With("content-type", null);
        fields[0] = (":method", "OPTIONS");

        Assert.Equal("405", (await CallAsync(fields, [])).HttpStatus);
    }

    [Fact]
    public async Task B09_ProtocolHeadersOfTheRequest_AreIgnoredAndNotShownToTheHandler()
    {
        var answer = await CallAsync(UnaryPath, Good(), ("grpc-message-type", "foo"), ("grpc-foo", "bar"), ("x-own", "mine"));

        AssertStatus(StatusCode.OK, answer);
        var keys = ResponseOf(answer).Metadata.Select(entry => entry.Key).ToList();
        Assert.Contains("x-own", keys);
        Assert.DoesNotContain(keys, key => key.StartsWith("grpc-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task B10_ReservedHeaders_AreNotShownToTheHandler()
    {
        var answer = await CallAsync(
            UnaryPath, Good(), ("grpc-timeout", "10S"), ("grpc-accept-encoding", "gzip"), ("accept-encoding", "gzip"), ("user-agent", "wire/1"), ("grpc-status-details-bin", "AAEC"));

        AssertStatus(StatusCode.OK, answer);
        var keys = ResponseOf(answer).Metadata.Select(entry => entry.Key).ToList();
        Assert.Equal(["grpc-status-details-bin", "user-agent"], keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("content-type", "application/grpc", "text/html")]
    [InlineData("grpc-timeout", "10S", "20S")]
    [InlineData("grpc-encoding", "identity", "gzip")]
    public async Task B11_DuplicateProtocolHeader_IsRefused(string name, string first, string second)
    {
        var fields = WireCall.RequestFields(UnaryPath).Where(entry => entry.Name != name);

        var answer = await CallAsync([.. fields, (name, first), (name, second)], Good());

        Assert.True(answer.HttpStatus == "415" || answer.Status == StatusCode.Internal, answer.ToString());
    }

    /// <summary>Fields of a good call with one of them changed; null takes it away.</summary>
    private static List<(string Name, string Value)> With(string name, string? value, string path = UnaryPath)
    {
        var fields = WireCall.RequestFields(path);
        fields.RemoveAll(entry => entry.Name == name);
        if (value is not null)
            fields.Add((name, value));
        return fields;
    }
}
