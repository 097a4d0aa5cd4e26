using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A decision on what is new. Fixing all of them at zero gives the baseline; fixing them at a plan's values leaves its dispatch.</summary>
/// <param name="Key">Name that does not depend on the time grid, so that a design can be carried between models of one park.</param>
/// <param name="Variable">The variable.</param>
/// <param name="IsInteger">Whether it takes whole values.</param>
internal sealed record DesignVariable(string Key, Variable Variable, bool IsInteger);
