using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What is laid along a way for one design capacity: in each corridor the smallest allowed size that carries it, else the largest.</summary>
internal sealed class LinkPlan(CarrierLane lane)
{
    // Length times cost factor, sum of cost factors and length, by size; what somebody else lays anyhow is taken off.
    private readonly double[] costLengthM = new double[lane.Sizes.Count];
    private readonly double[] factors = new double[lane.Sizes.Count];
    private readonly double[] lengthM = new double[lane.Sizes.Count];

    /// <summary>Most that passes all of it, kW.</summary>
    public double CapacityKw { get; set; } = double.PositiveInfinity;

    /// <summary>Share of the entering flow that is not lost in proportion to the flow.</summary>
    public double KeptShare { get; set; } = 1;

    /// <summary>Heat lost whatever flows, kW.</summary>
    public double LossKw { get; set; }

    /// <summary>Pumping power per kWh entering.</summary>
    public double PumpingKwhPerKwh { get; set; }

    /// <summary>Cost of the flow itself per kWh entering, CNY/kWh.</summary>
    public double FlowCnyPerKwh { get; set; }

    /// <summary>Civil works, CNY.</summary>
    public double TrenchCny { get; set; }

    /// <summary>Number of the size of the longest part; null: nothing is laid.</summary>
    public int? MainSize
    {
        get
        {
            int? main = null;
            for (var i = 0; i < lengthM.Length; i++)
            {
                if (lengthM[i] > (main is { } known ? lengthM[known] : 0))
                    main = i;
            }

            return main;
        }
    }

    /// <summary>Lays a size in a corridor (sign 1), or takes off what lies there anyhow (sign -1).</summary>
    public void Lay(int size, double corridorM, double costFactor, int sign)
    {
        costLengthM[size] += sign * costFactor * corridorM;
        factors[size] += sign * costFactor;
        lengthM[size] += sign * corridorM;
        LossKw += sign * lane.Sizes[size].LossWPerM * corridorM / 1000;
    }

    /// <summary>Investment in one size, CNY.</summary>
    /// <param name="size">Number of the size.</param>
    /// <param name="peakKw">Largest flow; it counts where the capacity itself is chosen.</param>
    public double Cny(int size, double peakKw)
    {
        var law = lane.Sizes[size];
        return (law.CnyPerM + law.CnyPerKwM * peakKw) * costLengthM[size] + (law.FixedCny + law.CnyPerKw * peakKw) * factors[size];
    }

    /// <summary>What the gain of a pair depends on.</summary>
    /// <param name="trenchRate">Yearly cost per CNY of civil works, 1/a.</param>
    public LinkFigures Figures(double trenchRate)
    {
        var (yearly, perKw) = (TrenchCny * trenchRate, 0.0);
        for (var i = 0; i < factors.Length; i++)
        {
            if (factors[i] == 0)
                continue;
            yearly += Cny(i, 0) * lane.SizeRates[i];
            perKw += (Cny(i, 1) - Cny(i, 0)) * lane.SizeRates[i];
        }

        return new LinkFigures(CapacityKw, KeptShare, LossKw, PumpingKwhPerKwh, FlowCnyPerKwh, yearly, perKw);
    }

    /// <summary>Sizes that are laid.</summary>
    public IEnumerable<(LinkSize Size, int Index)> Laid() => lane.Sizes.Select((size, i) => (size, i)).Where(pair => factors[pair.i] != 0);
}
