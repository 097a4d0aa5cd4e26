using Google.Protobuf;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Suggesting;
using Symbiosis.Planning.Tests.Partners.Typical;

namespace Symbiosis.Planning.Tests.Suggesting;

/// <summary>A suggested plant goes into a park file as it is.</summary>
public sealed class SuggestedPlantTests
{
    private readonly StreamSuggester suggester = new(CatalogueFolder.Files);

    [Theory]
    [MemberData(nameof(StreamSuggesterTests.Processes), MemberType = typeof(StreamSuggesterTests))]
    public void Fragment_PastedIntoAPark_IsValid(string process)
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = process, TonnesPerYear = 100_000, SiteId = "new" }).Value!;
        var fragment = SuggestionWriter.Write(answer).Fragment;
        var park = EmptyPark();
        park.Plants.Add(fragment.Plants);
        park.Materials.Add(fragment.Materials);
        park.Sources.Add(fragment.Sources.Where(source => park.Sources.All(own => own.Id != source.Id)));

        var read = ParkReader.ReadJson(System.Text.Encoding.UTF8.GetBytes(new JsonFormatter(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true)).Format(park)));

        Assert.DoesNotContain(read.Violations, violation => violation.Severity == Severity.Error);
        Assert.Equal(answer.Plant.Streams.Count, read.Value!.Plants[0].Streams.Count);
        Assert.Equal(answer.Plant.Outlets.Sum(outlet => outlet.FlowTPerH), read.Value.Plants[0].Outlets.Sum(outlet => outlet.FlowTPerH), 9);
    }

    [Fact]
    public void Fragments_OfAllProcesses_NameSourcesThatTheyBring()
    {
        foreach (var process in StreamSuggesterTests.Processes.Select(row => row.Data))
        {
            var fragment = SuggestionWriter.Write(suggester.Suggest(new StreamQuestion { ProcessId = process, TonnesPerYear = 1000 }).Value!).Fragment;
            var named = fragment.Plants.SelectMany(plant => plant.Streams.SelectMany(stream => stream.Provenance).Concat(plant.Outlets.SelectMany(outlet => outlet.Provenance)))
                .SelectMany(provenance => provenance.SourceIds);

            Assert.Empty(named.Except(fragment.Sources.Select(source => source.Id)));
        }
    }

    private static V1.Park EmptyPark()
    {
        var park = ParkFile.ReadMessage(Path.Combine(RepositoryFolder.Path, "data", "parks", "three-plants", "park.json")).Value!;
        park.Plants.Clear();
        park.Materials.Clear();
        park.Contracts.Clear();
        park.Sites.Add(new V1.Site { Id = "new", Name = "New", XM = 10, YM = 10 });
        park.Corridors.Add(new V1.Corridor { Id = "new-road", Name = "New road", FromNodeId = "new", ToNodeId = park.Sites[0].Id });
        foreach (var mode in park.TransportModes)
            mode.MaterialIds.Clear();
        return park;
    }
}
