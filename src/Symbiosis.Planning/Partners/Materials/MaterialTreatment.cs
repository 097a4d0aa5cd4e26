using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>A converter that lives on material it is brought: what it takes, what it makes of it, what that costs. All per tonne treated.</summary>
internal sealed record MaterialTreatment
{
    /// <summary>The port that takes the material; its need is the converter's capacity, with what may still be built.</summary>
    public required MaterialReceiver Intake { get; init; }

    /// <summary>Converter.</summary>
    public required Converter Converter { get; init; }

    /// <summary>Materials it makes.</summary>
    public required IReadOnlyList<TreatmentProduct> Products { get; init; }

    /// <summary>Activity of the converter per t/h treated.</summary>
    public required double ActivityPerT { get; init; }

    /// <summary>Share of the size that can be used, [period].</summary>
    public required double[] Availability { get; init; }

    /// <summary>Operation, power, fuel, heat and other inputs, CNY/t.</summary>
    public required double RunningCnyPerT { get; init; }

    /// <summary>CO2 of that, kg/t.</summary>
    public required double RunningCo2KgPerT { get; init; }

    /// <summary>Inputs and outputs that have no price here and are left out, in a sentence; empty: none.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>Whether it does not stand yet.</summary>
    public bool IsCandidate => Converter.ExistingSizeKw <= 0;

    /// <summary>Net worth of the products but one where nobody takes them, CNY/t treated.</summary>
    public double SoldCnyPerT(TreatmentProduct? except)
    {
        var worth = 0.0;
        foreach (var product in Products)
        {
            if (product != except)
                worth -= product.Yield * product.DisposalCnyPerT;
        }

        return worth;
    }

    /// <summary>CO2 of disposing of the products but one, kg/t treated.</summary>
    public double DisposalCo2KgPerT(TreatmentProduct? except) =>
        Products.Where(product => product != except).Sum(product => product.Yield * product.DisposalCo2KgPerT);
}
