using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A possible flow of a material from a source to a sink by one transport mode.</summary>
/// <param name="Source">Where it leaves.</param>
/// <param name="Sink">Where it enters.</param>
/// <param name="Acceptance">The sink's terms for the material.</param>
/// <param name="Mode">How it travels; null between elements of one site.</param>
/// <param name="Route">The way; empty between elements of one site.</param>
/// <param name="Flow">Flow per period, t/h.</param>
/// <param name="IsContract">Exists today.</param>
internal sealed record Shipment(
    MaterialSource Source, MaterialSink Sink, Acceptance Acceptance, TransportMode? Mode, Route Route, Variable[] Flow, bool IsContract);
