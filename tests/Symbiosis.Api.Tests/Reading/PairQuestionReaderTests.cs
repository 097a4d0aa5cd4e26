using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Tests.Reading;

public sealed class PairQuestionReaderTests
{
    private static readonly V1.ExplainRequest s_good = new() { FromPlantId = "works", ToPlantId = "mill", CarrierId = "steam" };

    private static readonly Park s_park = new()
    {
        Id = "p",
        Name = "P",
        Time = new TimeStructure { HorizonHours = 8760 },
        Plants = [new Plant { Id = "works", Name = "Works", SiteId = "s" }, new Plant { Id = "mill", Name = "Mill", SiteId = "s" }],
        Carriers = [new Carrier { Id = "steam", Name = "Steam", Kind = CarrierKind.Steam }],
        Materials = [new Material { Id = "slag", Name = "Slag" }],
    };

    [Fact]
    public void Read_AGoodQuestion_IsTheQuestion()
    {
        var read = PairQuestionReader.Read(s_good, s_park);

        Assert.Equal(new PairQuestion { FromPlantId = "works", ToPlantId = "mill", CarrierId = "steam" }, read.Value);
    }

    [Theory]
    [InlineData("", "mill", "steam", null, "from_plant_id", "REQUIRED")]
    [InlineData("wroks", "mill", "steam", null, "from_plant_id", "UNKNOWN_ID")]
    [InlineData("works", "works", "steam", null, "to_plant_id", "PAIR_WITH_SELF")]
    [InlineData("works", "mill", null, null, "carrier_id", "REQUIRED")]
    [InlineData("works", "mill", "stream", null, "carrier_id", "UNKNOWN_ID")]
    [InlineData("works", "mill", null, "slug", "material_id", "UNKNOWN_ID")]
    public void Read_AFault_IsToldByItsField(string from, string to, string? carrierId, string? materialId, string path, string code)
    {
        var request = new V1.ExplainRequest { FromPlantId = from, ToPlantId = to };
        if (carrierId is not null) request.CarrierId = carrierId;
        if (materialId is not null) request.MaterialId = materialId;

        var violation = Assert.Single(PairQuestionReader.Read(request, s_park).Violations);

        Assert.Equal((path, code), (violation.FieldPath, violation.Code));
    }
}
