using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection;
using Grpc.Reflection.V1;
using Symbiosis.Grpc.Tests.Web;
using Alpha = Grpc.Reflection.V1Alpha;

namespace Symbiosis.Grpc.Tests.Reflection;

public sealed class ReflectionTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task K01_ListServices_GivesAllThatAreMapped()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await AskAsync(host, new ServerReflectionRequest { ListServices = "*" });

        Assert.Equal(
            ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "grpc.testing.TestService"],
            answer.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Fact]
    public async Task K02_FileByFilename_GivesTheFileAndItsImportsAndEchoesTheRequest()
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new ServerReflectionRequest { Host = "example.org", FileByFilename = "grpc/testing/test.proto" };

        var answer = await AskAsync(host, request);

        Assert.Equal(["grpc/testing/test.proto", "grpc/testing/empty.proto", "grpc/testing/messages.proto"], Names(answer));
        Assert.Equal(request, answer.OriginalRequest);
        Assert.Equal("example.org", answer.ValidHost);
    }

    [Theory]
    [InlineData("grpc.testing.TestService", "grpc/testing/test.proto")]
    [InlineData("grpc.testing.TestService.UnaryCall", "grpc/testing/test.proto")]
    [InlineData("grpc.testing.SimpleRequest", "grpc/testing/messages.proto")]
    [InlineData("grpc.testing.SimpleRequest.response_size", "grpc/testing/messages.proto")]
    [InlineData("grpc.testing.PayloadType", "grpc/testing/messages.proto")]
    [InlineData("grpc.testing.COMPRESSABLE", "grpc/testing/messages.proto")]
    [InlineData("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto")]
    [InlineData("grpc.reflection.v1.ServerReflectionRequest.message_request", "grpc/reflection/v1/reflection.proto")]
    [InlineData("google.rpc.BadRequest.FieldViolation", "google/rpc/error_details.proto")]
    public async Task K03_FileContainingSymbol_FindsIt(string symbol, string file)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await AskAsync(host, new ServerReflectionRequest { FileContainingSymbol = symbol });

        Assert.Equal(file, Names(answer)[0]);
    }

    [Fact]
    public async Task K04_K03_Unknown_IsNotFoundAndTheStreamGoesOn()
    {
        await using var host = await EdgeHost.StartAsync();

        var answers = await AskAllAsync(
            host,
            new ServerReflectionRequest { FileContainingSymbol = "no.Symbol" },
            new ServerReflectionRequest { FileContainingSymbol = ".grpc.testing.TestService" },
            new ServerReflectionRequest { FileByFilename = "no.proto" },
            new ServerReflectionRequest { FileByFilename = "grpc/testing/empty.proto" });

        Assert.All(answers.Take(3), answer => Assert.Equal((int)StatusCode.NotFound, answer.ErrorResponse.ErrorCode));
        Assert.Equal(["grpc/testing/empty.proto"], Names(answers[3]));
    }

    [Fact]
    public async Task K05_Extensions_AreAnsweredOrNotFound()
    {
        await using var host = await EdgeHost.StartAsync();

        var answers = await AskAllAsync(
            host,
            new ServerReflectionRequest { AllExtensionNumbersOfType = "grpc.testing.SimpleRequest" },
            new ServerReflectionRequest { AllExtensionNumbersOfType = "no.Type" },
            new ServerReflectionRequest { FileContainingExtension = new ExtensionRequest { ContainingType = "google.protobuf.FieldOptions", ExtensionNumber = 1 } });

        Assert.Equal("grpc.testing.SimpleRequest", answers[0].AllExtensionNumbersResponse.BaseTypeName);
        Assert.Empty(answers[0].AllExtensionNumbersResponse.ExtensionNumber);
        Assert.All(answers.Skip(1), answer => Assert.Equal((int)StatusCode.NotFound, answer.ErrorResponse.ErrorCode));
    }

    [Fact]
    public async Task K06_EmptyRequest_IsInvalidArgument()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await AskAsync(host, new ServerReflectionRequest());

        Assert.Equal((int)StatusCode.InvalidArgument, answer.ErrorResponse.ErrorCode);
    }

    [Theory]
    [InlineData("google/protobuf/timestamp.proto")]
    [InlineData("google/protobuf/descriptor.proto")]
    [InlineData("google/protobuf/struct.proto")]
    [InlineData("google/rpc/status.proto")]
    [InlineData("google/rpc/error_details.proto")]
    [InlineData("google/rpc/code.proto")]
    public async Task K07_WellKnownFiles_AreResolvable(string file)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await AskAsync(host, new ServerReflectionRequest { FileByFilename = file });

        Assert.Equal(file, Names(answer)[0]);
    }

    [Fact]
    public async Task K02_FilesSentBefore_AreLeftOutUnlessAskedFor()
    {
        await using var host = await EdgeHost.StartAsync();
        var request = new ServerReflectionRequest { FileByFilename = "grpc/testing/test.proto" };

        var answers = await AskAllAsync(host, request, request);

        Assert.Equal(3, Names(answers[0]).Count);
        Assert.Equal(["grpc/testing/test.proto"], Names(answers[1]));
    }

    [Fact]
    public async Task K01_K08_V1Alpha_AnswersTheSame()
    {
        await using var host = await EdgeHost.StartAsync();
        using var call = new Alpha.ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo(cancellationToken: Cancellation);

        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { ListServices = "" }, Cancellation);
        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { FileContainingSymbol = "grpc.testing.TestService" }, Cancellation);
        await call.RequestStream.CompleteAsync();
        var answers = await call.ResponseStream.ReadAllAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(2, answers.Count);
        Assert.Contains("grpc.testing.TestService", answers[0].ListServicesResponse.Service.Select(service => service.Name));
        Assert.Equal(3, answers[1].FileDescriptorResponse.FileDescriptorProto.Count);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void K05_SymbolRegistry_KnowsExtensions()
    {
        var extended = FileDescriptor.BuildFromByteStrings(
        [
            Google.Protobuf.Reflection.DescriptorReflection.Descriptor.SerializedData,
            new FileDescriptorProto
            {
                Name = "test/extension.proto",
                Package = "test",
                Dependency = { "google/protobuf/descriptor.proto" },
                Extension =
                {
                    new FieldDescriptorProto
                    {
                        Name = "rule",
                        Number = 51001,
                        Extendee = ".google.protobuf.FieldOptions",
                        Label = FieldDescriptorProto.Types.Label.Optional,
                        Type = FieldDescriptorProto.Types.Type.String,
                    },
                },
            }.ToByteString(),
        ]);

        var registry = SymbolRegistry.FromFiles(extended);

        Assert.Equal("test/extension.proto", registry.FileContainingExtension("google.protobuf.FieldOptions", 51001)?.Name);
        Assert.Equal("test/extension.proto", registry.FileContainingSymbol("test.rule")?.Name);
        Assert.Equal([51001], registry.ExtensionNumbers("google.protobuf.FieldOptions")!);
        Assert.Equal("google/protobuf/descriptor.proto", registry.FileContainingSymbol("google.protobuf.FieldOptions")?.Name);
    }

    private static async Task<ServerReflectionResponse> AskAsync(EdgeHost host, ServerReflectionRequest request) => Assert.Single(await AskAllAsync(host, request));

    private static async Task<IReadOnlyList<ServerReflectionResponse>> AskAllAsync(EdgeHost host, params ServerReflectionRequest[] requests)
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo(cancellationToken: Cancellation);
        var answers = new List<ServerReflectionResponse>();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request);
            Assert.True(await call.ResponseStream.MoveNext(Cancellation).WaitAsync(s_limit, Cancellation));
            answers.Add(call.ResponseStream.Current);
        }

        // K-8: the client's end is the stream's end.
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancellation).WaitAsync(s_limit, Cancellation));
        return answers;
    }

    private static IReadOnlyList<string> Names(ServerReflectionResponse answer) =>
        [.. answer.FileDescriptorResponse.FileDescriptorProto.Select(bytes => FileDescriptorProto.Parser.ParseFrom(bytes).Name)];
}
