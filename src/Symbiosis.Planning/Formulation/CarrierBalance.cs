using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>What a plant gives to and takes from one carrier, apart from pipes and cables.</summary>
internal sealed class CarrierBalance
{
    public CarrierBalance(int periodCount)
    {
        Net = new LinearExpression[periodCount];
        OwnSupply = new LinearExpression[periodCount];
        for (var t = 0; t < periodCount; t++)
        {
            Net[t] = new LinearExpression();
            OwnSupply[t] = new LinearExpression();
        }

        MaxSupply = new double[periodCount];
        MaxTake = new double[periodCount];
    }

    /// <summary>Supplied less taken, per period, model units.</summary>
    public LinearExpression[] Net { get; }

    /// <summary>Supplied by anything but stations, per period, model units.</summary>
    public LinearExpression[] OwnSupply { get; }

    /// <summary>What stations take out of the plant's cascade, per period; null without such a station.</summary>
    public Variable[]? Generated { get; set; }

    /// <summary>What stations give to the plant's cascade, per period; null without such a station.</summary>
    public Variable[]? Used { get; set; }

    /// <summary>Most that can be supplied, per period, model units; may be infinite.</summary>
    public double[] MaxSupply { get; }

    /// <summary>Most that can be taken, per period, model units; may be infinite.</summary>
    public double[] MaxTake { get; }

    /// <summary>Whether anything can be supplied at all.</summary>
    public bool CanSupply => MaxSupply.Any(value => value > 0);

    /// <summary>Whether anything can be taken at all.</summary>
    public bool CanTake => MaxTake.Any(value => value > 0);
}
