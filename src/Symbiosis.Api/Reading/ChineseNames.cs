using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Gives a park's things their Chinese names, where they have some, before targets carry them on.</summary>
internal static class ChineseNames
{
    public static Park In(Park park) => park with
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
