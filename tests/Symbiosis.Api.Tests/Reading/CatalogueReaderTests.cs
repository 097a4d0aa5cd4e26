using System.Text;
using Symbiosis.Api.Reading;

namespace Symbiosis.Api.Tests.Reading;

public sealed class CatalogueReaderTests
{
    [Fact]
    public void ReadJson_Entry_IsRead()
    {
        const string Json = """{"kind": "process", "entries": [{"id": "flash", "figures": [{"name": "steam", "typical": 0.5, "quality": "QUALITY_ESTIMATE"}]}]}""";

        var read = CatalogueReader.ReadJson(Encoding.UTF8.GetBytes(Json));

        Assert.Empty(read.Violations);
        Assert.Equal(0.5, read.Value!.Entries[0].Figures[0].Typical);
    }

    [Fact]
    public void ReadJson_TwoEntriesWithOneId_AreRefused()
    {
        const string Json = """{"kind": "process", "entries": [{"id": "flash"}, {"id": "flash"}]}""";

        var read = CatalogueReader.ReadJson(Encoding.UTF8.GetBytes(Json));

        var violation = Assert.Single(read.Violations);
        Assert.Equal(("DUPLICATE_ID", "catalogue.entries[1].id"), (violation.Code, violation.FieldPath));
    }
}
