namespace Symbiosis.Milp;

/// <summary>A solver engine. Thread-safe: sessions can be opened and used side by side.</summary>
public interface ISolverEngine : IDisposable
{
    /// <summary>Name and, where known, version, for people.</summary>
    string Name { get; }

    /// <summary>What the engine can do.</summary>
    EngineCapabilities Capabilities { get; }

    /// <summary>Opens a session on a model. Cheap; the engine may start only with the first solve.</summary>
    IEngineSession Open(LinearModel model);
}
