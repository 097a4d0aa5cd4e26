using System.Globalization;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>What keeps a match from being larger, with its figures.</summary>
internal static class LimitText
{
    /// <summary>The sentence.</summary>
    public static string Of(MaterialMatch match)
    {
        var terms = match.Case;
        var text = match.Limit switch
        {
            MatchLimit.Offer => Text($"All {match.OfferedTonnes:#,0} t/a of {terms.Donor.MaterialId} find their use."),
            MatchLimit.Need => Text($"The need is met: {match.Tonnes:#,0} of {match.OfferedTonnes:#,0} t/a of {terms.Donor.MaterialId} are taken."),
            MatchLimit.Acceptance => Text($"At most {terms.Acceptance!.MaxShare:P0} of the inlet may be {terms.Acceptance.MaterialId}: {match.Tonnes:#,0} of {match.OfferedTonnes:#,0} t/a of {terms.Donor.MaterialId}."),
            MatchLimit.Quality => Text($"{terms.Blend.Component} allows {terms.Blend.High:P1} of the blend: {match.Tonnes:#,0} of {match.OfferedTonnes:#,0} t/a of {terms.Donor.MaterialId}."),
            MatchLimit.LinkCapacity => Text($"Treatment or transport carries no more than {match.PeakTPerH:0.##} t/h: {match.Tonnes:#,0} of {match.OfferedTonnes:#,0} t/a of {terms.Donor.MaterialId}."),
            _ => Text($"The two profiles overlap in part: {match.Tonnes:#,0} of {match.OfferedTonnes:#,0} t/a of {terms.Donor.MaterialId}, {match.OverlapHours:#,0} h/a."),
        };
        return terms.Blend is { Purchase: >= 0, Low: > 0 } ? Text($"{text} At least {terms.Blend.Low:P1} of the blend is needed.") : text;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
