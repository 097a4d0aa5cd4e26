using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Symbiosis.Api.Tests.Compatibility;

/// <summary>
/// The schema of today against the last released one, <c>released/symbiosis.v1.binpb</c>. A release writes that file anew:
/// <c>SYMBIOSIS_RELEASE_SCHEMA=1</c> and this class; see protos/README.md.
/// </summary>
public sealed class ReleasedSchemaTests
{
    private const string Package = "symbiosis.v1";
    private const string ReleaseVariable = "SYMBIOSIS_RELEASE_SCHEMA";

    [Fact]
    public void Schema_OfToday_BreaksNoClientOfTheReleasedOne()
    {
        var current = ProtoDescriptors.Read();
        if (Environment.GetEnvironmentVariable(ReleaseVariable) is "1") File.WriteAllBytes(ReleasedPath(), WithoutComments(current).ToByteArray());

        var released = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(ReleasedPath()));

        Assert.NotEmpty(released.File.SelectMany(file => file.Service));
        Assert.Empty(SchemaBreaks.Find(released, current, Package));
    }

    private static FileDescriptorSet WithoutComments(FileDescriptorSet set)
    {
        var small = new FileDescriptorSet { File = { set.File.Where(file => file.Package == Package).Select(file => file.Clone()) } };
        foreach (var file in small.File) file.SourceCodeInfo = null;
        return small;
    }

    private static string ReleasedPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "released", "symbiosis.v1.binpb");
}
