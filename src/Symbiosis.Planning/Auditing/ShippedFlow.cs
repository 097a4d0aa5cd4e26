using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>A material flow of the plan between two ports.</summary>
/// <param name="Name">Name in the plan.</param>
/// <param name="From">Donor's port.</param>
/// <param name="To">Receiver's port.</param>
/// <param name="Acceptance">The receiver's terms; null where it does not accept the material.</param>
/// <param name="Mode">Transport mode; null on one site.</param>
/// <param name="LengthM">Length of the shortest way, m; infinite where there is none.</param>
/// <param name="Flow">Flow, t/h by period.</param>
/// <param name="IsContract">A contract covers the pair today.</param>
internal sealed record ShippedFlow(
    string Name, DonorPort From, ReceiverPort To, Acceptance? Acceptance, TransportMode? Mode, double LengthM, double[] Flow, bool IsContract)
{
    // A gram an hour is an engine's rounding.
    private const double DustTPerH = 1e-6;

    /// <summary>Whether anything flows at all.</summary>
    public bool IsUsed => Flow.Any(tPerH => tPerH > DustTPerH);
}
