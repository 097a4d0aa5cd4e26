namespace Symbiosis.Server.Configuration;

/// <summary>Settings the server cannot start with.</summary>
internal sealed class OptionsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>All of them, each a sentence with the setting's path.</summary>
    public IReadOnlyList<string> Faults => faults;
}
