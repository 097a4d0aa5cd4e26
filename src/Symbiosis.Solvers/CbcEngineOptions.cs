namespace Symbiosis.Solvers;

/// <summary>How the CBC engine finds and treats its processes.</summary>
public sealed class CbcEngineOptions
{
    /// <summary>The CBC program: a path, or a name on the PATH (Debian package coinor-cbc).</summary>
    /// <value>Default <c>cbc</c>.</value>
    public string CbcPath { get; set; } = "cbc";

    /// <summary>Where model and solution files live during a solve; <c>null</c> for the system's temporary folder.</summary>
    /// <value>Default <c>null</c>.</value>
    public string? TemporaryFolder { get; set; }

    /// <summary>How far CBC may overrun its time limit before it is ended, 0 or above; it looks at its clock seldom.</summary>
    /// <value>Default 3 s.</value>
    public TimeSpan TimeLimitGrace { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Tolerance of the check of every solution, relative as <see cref="Milp.SolutionCheck"/> says.</summary>
    /// <value>Default 5e-6.</value>
    public double FeasibilityTolerance { get; set; } = 5e-6;

    /// <summary>Tolerance of the check of whole numbers.</summary>
    /// <value>Default 1e-5.</value>
    public double IntegralityTolerance { get; set; } = 1e-5;

    internal void RequireValid()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(CbcPath))
            faults.Add($"{nameof(CbcPath)} is empty.");
        if (TimeLimitGrace < TimeSpan.Zero)
            faults.Add($"{nameof(TimeLimitGrace)} must be 0 or above.");
        if (!(FeasibilityTolerance > 0) || !(IntegralityTolerance > 0))
            faults.Add($"{nameof(FeasibilityTolerance)} and {nameof(IntegralityTolerance)} must be above zero.");
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults));
    }
}
