using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Reading;

public sealed class ProfileCsvTests
{
    [Fact]
    public void Merge_WholeFile_FillsEmptyProfilesOnly()
    {
        var merged = ProfileCsv.Merge(Park(), "hour,sun,load\n0,0.1,1\n1,0.2,1e0\r\n2, \"0.3\" ,1\n\n");

        Assert.True(merged.IsValid);
        Assert.Equal([0.1, 0.2, 0.3], merged.Value.Profiles[0].Values);
        Assert.Equal([7.0], merged.Value.Profiles[1].Values);
        Assert.Empty(merged.Value.ProfilesCsv);
    }

    [Fact]
    public void Merge_GivenPark_IsLeftAsItIs()
    {
        var park = Park();

        ProfileCsv.Merge(park, "sun\n1\n");

        Assert.Equal(Park(), park);
    }

    [Theory]
    [InlineData("", ViolationCodes.CsvMalformed, "park.profiles_csv", "first line")]
    [InlineData("son\n1\n", ViolationCodes.CsvMissingColumn, "park.profiles[0].values", "'son'")]
    [InlineData("sun,sun\n1,1\n", ViolationCodes.DuplicateId, "park.profiles[0].values", "2 columns")]
    [InlineData("hour,sun\n0,1\n1,x\n", ViolationCodes.CsvNotANumber, "park.profiles[0].values", "Line 3, column 2 ('sun')")]
    [InlineData("sun\nNaN\n", ViolationCodes.CsvNotANumber, "park.profiles[0].values", "Line 2")]
    [InlineData("sun,load\n1\n", ViolationCodes.CsvUnequalLength, "park.profiles_csv", "Line 2 has 1 cells")]
    public void Merge_BadFile_NamesLineAndColumn(string csv, string code, string path, string words)
    {
        var merged = ProfileCsv.Merge(Park(), csv);

        Assert.False(merged.IsValid);
        var violation = Assert.Single(merged.Violations);
        Assert.Equal((code, path), (violation.Code, violation.FieldPath));
        Assert.Contains(words, violation.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../profiles.csv")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\x.csv")]
    [InlineData("missing.csv")]
    public void ReadMessage_CsvElsewhereOrMissing_IsRefused(string name)
    {
        var folder = Directory.CreateTempSubdirectory("park");
        var path = Path.Combine(folder.FullName, "park.json");
        File.WriteAllText(path, $$"""{"id": "p", "profiles_csv": {{System.Text.Json.JsonSerializer.Serialize(name)}}}""");

        var read = ParkFile.ReadMessage(path);

        Assert.Equal(ViolationCodes.CsvMalformed, Assert.Single(read.Violations).Code);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Read_CsvBesideThePark_IsMerged()
    {
        var folder = Directory.CreateTempSubdirectory("park");
        var path = Path.Combine(folder.FullName, "park.json");
        File.WriteAllBytes(path, GoodPark.With(park =>
        {
            JsonEdit.Set(park, "profiles_csv", "\"profiles.csv\"");
            JsonEdit.Set(park, "profiles[0].values", null);
        }));
        File.WriteAllText(Path.Combine(folder.FullName, "profiles.csv"), "two-steps\n1\n0.25\n");

        var read = ParkFile.Read(path);

        Assert.Equal([1, 0.25], read.Value!.Profiles[0].Values);
        folder.Delete(recursive: true);
    }

    private static V1.Park Park() => new()
    {
        ProfilesCsv = "profiles.csv",
        Profiles = { new V1.Profile { Id = "sun" }, new V1.Profile { Id = "load", Values = { 7 } } },
    };
}
