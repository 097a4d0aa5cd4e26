using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Cli.Heat;

/// <summary>Gives a park's things their names in the reader's language before targets carry them on.</summary>
internal static class LocalNames
{
    public static Park In(Park park, Language language) => language == Language.English
        ? park
        : park with
        {
            Name = park.NameZh ?? park.Name,
            Carriers = [.. park.Carriers.Select(carrier => carrier with { Name = carrier.NameZh ?? carrier.Name })],
            Plants = [.. park.Plants.Select(plant => plant with
            {
                Name = plant.NameZh ?? plant.Name,
                Streams = [.. plant.Streams.Select(stream => stream with { Name = stream.NameZh ?? stream.Name })],
            })],
        };
}
