using System.Globalization;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>The price from which a match that loses would pay: that of the bought input it displaces, else that of disposal today.</summary>
/// <param name="BreakEvenCny">Price at which the gain is nothing, CNY/t.</param>
/// <param name="TodayCny">Mean price today, CNY/t.</param>
/// <param name="Sentence">Both in a sentence.</param>
internal sealed record BreakEvenPrice(double BreakEvenCny, double TodayCny, string Sentence)
{
    /// <summary>What is missing, CNY/t.</summary>
    public double MissingCny => BreakEvenCny - TodayCny;

    /// <summary>Of a match in which all flows that can; null: nothing can flow.</summary>
    public static BreakEvenPrice? Of(MaterialMatch match)
    {
        if (match.Tonnes <= 0)
            return null;

        var (terms, lossCny) = (match.Case, Math.Max(0, -match.GainCny));
        if (terms.Receiver is { Required: true } receiver && terms.Blend.Purchase >= 0)
        {
            var displacedTonnes = match.Tonnes * terms.Yield * (terms.Acceptance?.Displacement ?? 1);
            var today = match.DisplacedCny / displacedTonnes;
            var price = today + lossCny / displacedTonnes;
            return new BreakEvenPrice(price, today, string.Create(
                CultureInfo.InvariantCulture, $"{match.Tonnes:#,0} t/a could go there and would lose {lossCny:#,0} CNY/a; it pays where the bought input {receiver.Purchases[terms.Blend.Purchase].Id} costs {price:0.##} CNY/t or more, today {today:0.##}."));
        }

        var disposal = terms.Donor.DisposalCnyPerT + lossCny / match.Tonnes;
        return new BreakEvenPrice(disposal, terms.Donor.DisposalCnyPerT, string.Create(
            CultureInfo.InvariantCulture, $"{match.Tonnes:#,0} t/a could go there and would lose {lossCny:#,0} CNY/a; it pays where disposing of {terms.Donor.MaterialId} costs {disposal:0.##} CNY/t or more, today {terms.Donor.DisposalCnyPerT:0.##}."));
    }
}
