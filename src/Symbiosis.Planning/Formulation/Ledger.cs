using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>All costs (or emissions) of a model by cause. The objective is the sum of the cost ledger, so what is minimised is what is reported.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<(string, string, string?), LedgerEntry> entries = [];
    private readonly List<LedgerEntry> ordered = [];

    /// <summary>Entries in the order of their first charge.</summary>
    public IReadOnlyList<LedgerEntry> Entries => ordered;

    /// <summary>Adds <paramref name="amountPerUnit"/> times a variable to an entry.</summary>
    public void Charge(string fieldPath, string category, string? plantId, Variable variable, double amountPerUnit)
    {
        if (amountPerUnit != 0)
            Entry(fieldPath, category, plantId).Amount.Add(variable, amountPerUnit);
    }

    /// <summary>Adds <paramref name="scale"/> times an expression to an entry.</summary>
    public void Charge(string fieldPath, string category, string? plantId, LinearExpression expression, double scale)
    {
        if (scale != 0 && (expression.TermCount > 0 || expression.Constant != 0))
            Entry(fieldPath, category, plantId).Amount.Add(expression, scale);
    }

    private LedgerEntry Entry(string fieldPath, string category, string? plantId)
    {
        if (entries.TryGetValue((fieldPath, category, plantId), out var entry))
            return entry;

        entry = new LedgerEntry(fieldPath, category, plantId);
        entries.Add((fieldPath, category, plantId), entry);
        ordered.Add(entry);
        return entry;
    }
}
