using Symbiosis.Domain.Parks;
using Symbiosis.TestKit.RandomParkParts;

namespace Symbiosis.TestKit;

/// <summary>
/// Small random parks for property tests: 2 to 5 plants, 3 to 8 corridors, 1 to 3 carriers of 1 or 2 sizes, 1 to 4 periods.
/// Every park is valid and its baseline can run: utilities, purchases, disposal and grid have no limits, caps are far off.
/// No park is unbounded: whatever is sold has a limit. The same seed and options give the same park.
/// </summary>
public static class RandomParks
{
    /// <summary>The park of a seed. Print the seed where a test fails.</summary>
    public static Park Create(int seed, RandomParkOptions? options = null)
    {
        var draw = new Draw(seed);
        options ??= new RandomParkOptions();
        var park = new Park
        {
            Id = $"random-{seed}",
            Economics = new Economics { DiscountRate = draw.Between(0.03, 0.12), DefaultLifetimeYears = draw.Count(10, 25), OmFraction = draw.Chance(0.5) ? 0.02 : 0 },
        };
        park = RandomTime.Add(park, draw, options);
        park = RandomNetwork.Add(park, draw, options);
        park = RandomCarriers.Add(park, draw, options);
        park = RandomHeat.Add(park, draw);
        if (options.AllowsMaterials && draw.Chance(0.7))
            park = RandomMaterials.Add(park, draw);
        park = RandomTechnologies.Add(park, draw, options);
        return options.AllowsPolicy ? RandomPolicy.Add(park, draw) : park;
    }
}
