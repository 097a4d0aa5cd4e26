using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>Bound on what a carrier's network can lose, so that bounds on what donors give stay valid.</summary>
/// <param name="Fixed">Losses of all pipes that could lie, model units.</param>
/// <param name="Kept">Least share that arrives over any way.</param>
internal sealed record NetworkLosses(double Fixed, double Kept)
{
    /// <summary>Most that must be given for an amount to arrive, model units.</summary>
    public double Inflate(double taken) => Kept < 0.02 ? double.PositiveInfinity : taken / Kept + Fixed;

    /// <summary>The bound for a carrier.</summary>
    public static NetworkLosses Allowance(FormulationContext context, Carrier carrier)
    {
        var fixedLoss = 0.0;
        var kept = 1.0;
        for (var e = 0; e < context.Park.Corridors.Count; e++)
        {
            var sizes = LinkOptions.SizesOf(context, e, carrier.Id);
            if (sizes.Count == 0)
                continue;

            var length = context.Graph.Corridors[e].LengthM;
            fixedLoss += sizes.Max(size => context.Scale.FromKw(size.LossWPerM * length / 1000));
            kept *= 1 - sizes.Max(size => LinkOptions.LossShare(size, length));
        }

        return new NetworkLosses(fixedLoss, kept);
    }
}
