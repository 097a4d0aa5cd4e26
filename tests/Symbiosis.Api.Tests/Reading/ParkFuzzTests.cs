using System.Diagnostics;
using System.Text;
using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Reading;

public sealed class ParkFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;
    private const int MutationCount = 20_000;

    // Far above the milliseconds a park of this size needs, so that only a hang fails on a busy machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private static readonly string[] s_tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "NaN", "-Infinity", "null", "true", "1e999", "-1", "0", "\"\"", "\\ud800", "\u0000", "é", "\"id\"", "[[[[[[[[", "9999999999999999999"];

    [Fact]
    public void ReadJson_MutatedParks_NeverThrowAndNeverHang()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var good = Encoding.UTF8.GetBytes(GoodPark.Json);
        var numbers = NumberPlaces(good);
        var accepted = 0;
        for (var i = 0; i < MutationCount; i++)
        {
            var json = Mutate(good, numbers, random);
            var watch = Stopwatch.StartNew();

            var read = ParkReader.ReadJson(json);

            Assert.True(watch.Elapsed < s_longest, $"mutation {i} of seed {Seed} took {watch.Elapsed}");
            Assert.InRange(read.Violations.Count, 0, 100);
            Assert.Equal(read.Violations.All(violation => violation.Severity == Severity.Warning), read.IsValid);
            if (read.IsValid) accepted++;
        }

        output.WriteLine($"{accepted} of {MutationCount} mutations are still parks");
        Assert.InRange(accepted, 1, MutationCount - 1);
    }

    private static byte[] Mutate(byte[] good, List<(int Start, int Length)> numbers, Random random)
    {
        var json = good.ToList();
        var kind = random.Next(6);
        if (kind == 0)
        {
            // A number becomes another: the text stays JSON and the later stages have to cope.
            var (start, length) = numbers[random.Next(numbers.Count)];
            string[] others = ["0", "-1", "1e9", "1e-9", "1e308", "-1e308", "24", "0.5", "1000", "null"];
            json.RemoveRange(start, length);
            json.InsertRange(start, Encoding.UTF8.GetBytes(others[random.Next(others.Length)]));
            return [.. json];
        }

        var count = 1 + random.Next(3);
        for (var i = 0; i < count; i++)
        {
            var at = random.Next(json.Count);
            switch (kind)
            {
                case 1:
                    json[at] = (byte)random.Next(256);
                    break;
                case 2:
                    json.RemoveRange(at, Math.Min(random.Next(1, 40), json.Count - at));
                    break;
                case 3:
                    json.InsertRange(at, Encoding.UTF8.GetBytes(s_tokens[random.Next(s_tokens.Length)]));
                    break;
                case 4:
                    var from = random.Next(good.Length);
                    json.InsertRange(at, good.AsSpan(from, Math.Min(random.Next(1, 200), good.Length - from)).ToArray());
                    break;
                default:
                    return good[..at];
            }
        }

        return [.. json];
    }

    private static List<(int Start, int Length)> NumberPlaces(byte[] json)
    {
        var places = new List<(int Start, int Length)>();
        var reader = new System.Text.Json.Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == System.Text.Json.JsonTokenType.Number) places.Add(((int)reader.TokenStartIndex, reader.ValueSpan.Length));
        }

        return places;
    }
}
