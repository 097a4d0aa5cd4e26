namespace Symbiosis.Solvers.CbcCommand;

/// <summary>What CBC's <c>saveSolution</c> holds.</summary>
internal sealed record CbcSavedSolution(double[] Values, double[] RowDuals, double[] ReducedCosts);
