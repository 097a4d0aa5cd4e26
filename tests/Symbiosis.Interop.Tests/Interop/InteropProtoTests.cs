using Google.Protobuf.Reflection;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Interop;

/// <summary>The test host's schema against gRPC's own, as Debian has it.</summary>
public sealed class InteropProtoTests
{
    [Fact]
    public async Task Schema_OfTheTestHost_IsGrpcsOwn()
    {
        var ours = await SignaturesAsync(Path.Combine(Places.Root, "tests", "Symbiosis.Grpc.TestHost", "protos"));
        var theirs = await SignaturesAsync(ForeignTool.GrpcProtos);

        Assert.NotEmpty(ours);
        Assert.Empty(ours.Except(theirs));
    }

    /// <summary>Everything that shows on the wire, a line each: methods, fields with number and type, enum values.</summary>
    private static async Task<List<string>> SignaturesAsync(string folder)
    {
        var path = Path.GetTempFileName();
        try
        {
            var run = await ProgramRun.OfAsync(ForeignTool.Protoc, ["-I", folder, $"--descriptor_set_out={path}", "--include_imports", "grpc/testing/test.proto"]);
            run.Succeeded();
            var files = FileDescriptorSet.Parser.ParseFrom(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).File;
            return [.. files.Where(file => file.Package == "grpc.testing").SelectMany(Signatures)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string> Signatures(FileDescriptorProto file) =>
    [
        .. file.MessageType.SelectMany(message => message.Field.Select(field =>
            $"{message.Name}.{field.Name} = {field.Number}: {field.Label} {field.Type} {field.TypeName} {(field.HasOneofIndex ? message.OneofDecl[field.OneofIndex].Name : "")}")),
        .. file.EnumType.SelectMany(type => type.Value.Select(value => $"{type.Name}.{value.Name} = {value.Number}")),
        .. file.Service.SelectMany(service => service.Method.Select(method =>
            $"{service.Name}/{method.Name}: {(method.ClientStreaming ? "stream " : "")}{method.InputType} -> {(method.ServerStreaming ? "stream " : "")}{method.OutputType}")),
    ];
}
