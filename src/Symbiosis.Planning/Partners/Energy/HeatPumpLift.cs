using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>A heat pump between a stream and a carrier that is hotter.</summary>
/// <param name="SourceCelsius">Temperature to which it cools its source, deg C.</param>
/// <param name="SinkCelsius">Temperature that it reaches, deg C.</param>
/// <param name="Cop">Heat given per power taken.</param>
/// <param name="PowerCnyPerKwh">Mean price of its power, CNY/kWh.</param>
/// <param name="Quality">How much its figures can be trusted.</param>
/// <param name="Note">Where they come from.</param>
internal sealed record HeatPumpLift(double SourceCelsius, double SinkCelsius, double Cop, double PowerCnyPerKwh, Quality Quality, string Note);
