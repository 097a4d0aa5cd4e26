namespace Symbiosis.Domain.Graph;

/// <summary>A directed flow to be decomposed; the unit is the caller's, for example kW.</summary>
/// <param name="From">Index of the node it leaves.</param>
/// <param name="To">Index of the node it reaches.</param>
/// <param name="Sent">What leaves the start, at least 0.</param>
/// <param name="Arrived">
/// What reaches the end, not above <paramref name="Sent"/>. Below 0 where the losses of the end are fed from there.
/// </param>
public sealed record FlowArc(int From, int To, double Sent, double Arrived);
