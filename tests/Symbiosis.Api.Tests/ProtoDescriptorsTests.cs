namespace Symbiosis.Api.Tests;

public sealed class ProtoDescriptorsTests
{
    [Fact]
    public void Read_TheBuiltSet_HasEveryFileWithComments()
    {
        var files = ProtoDescriptors.Read().File;

        Assert.Contains(files, file => file.Name == "google/protobuf/descriptor.proto");
        Assert.Contains(files, file => file.Name == "grpc/health/v1/health.proto");
        var service = files.Single(file => file.Name == "symbiosis/v1/optimization_service.proto");
        Assert.Contains(service.SourceCodeInfo.Location, location => location.LeadingComments.Contains("Finds coupling plans.", StringComparison.Ordinal));
    }
}
