namespace Symbiosis.Planning.Partners.Energy;

/// <summary>A way of coupling a pair, reckoned as far as its gain.</summary>
/// <param name="Lane">Carrier.</param>
/// <param name="Give">The giver's way of giving.</param>
/// <param name="Take">The taker's way of taking.</param>
/// <param name="Way">The way between them.</param>
/// <param name="Design">Number of the size whose capacity it is laid out for.</param>
/// <param name="Link">What that asks of it.</param>
/// <param name="Flow">What flows.</param>
/// <param name="OverlapKwh">What both sides could exchange without a pipe's limits, kWh/a.</param>
/// <param name="GainCny">Saving less all costs, CNY/a.</param>
internal sealed record PairOption(CarrierLane Lane, CarrierPort Give, CarrierPort Take, PairWay Way, int Design, LinkFigures Link, PairFlow Flow, double OverlapKwh, double GainCny);
