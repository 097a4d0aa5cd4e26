namespace Symbiosis.Milp;

/// <summary>A model could not be built: it lists every fault, not only the first.</summary>
public sealed class LinearModelException : Exception
{
    private const int FaultsInMessage = 20;

    /// <summary>Lists the faults of a model.</summary>
    public LinearModelException(string modelName, IReadOnlyList<string> faults)
        : base(Describe(modelName, faults)) => (ModelName, Faults) = (modelName, faults);

    /// <summary>Name of the model.</summary>
    public string ModelName { get; }

    /// <summary>All faults, each a sentence naming the variable or row. Never empty.</summary>
    public IReadOnlyList<string> Faults { get; }

    private static string Describe(string modelName, IReadOnlyList<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);

        var shown = string.Join(Environment.NewLine, faults.Take(FaultsInMessage).Select(f => "- " + f));
        var more = faults.Count > FaultsInMessage ? $"{Environment.NewLine}- and {faults.Count - FaultsInMessage} more" : "";
        return $"Model '{modelName}' has {faults.Count} fault(s):{Environment.NewLine}{shown}{more}";
    }
}
