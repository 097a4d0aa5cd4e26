using Symbiosis.Cli.Running;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Tests;

/// <summary>A run of the program in this process, with a search that answers what the test says.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    /// <summary>Its working folder; holds a valid <c>park.json</c>.</summary>
    public TestFolder Folder { get; } = new();

    /// <summary>Answers the search; a feasible plan unless the test says otherwise.</summary>
    public PlanSearch Search { get; set; } = (_, _, _, _, _, _) => PlanSamples.Plan();

    /// <summary>Answers explain; nothing unless the test says otherwise.</summary>
    public PairExplanationSearch Explain { get; set; } = (_, _, _, _, _, _) => throw new InvalidOperationException("No test asked for an explanation.");

    /// <summary>Looks for partners; the real one unless the test says otherwise.</summary>
    public PartnerSearch? FindPartners { get; set; }

    /// <summary>Key of the environment.</summary>
    public string? ApiKey { get; set; }

    /// <summary>What the program would do at Ctrl-C, while it watches for it.</summary>
    public Action? PressCtrlC { get; private set; }

    /// <summary>Standard output.</summary>
    public string Output => output.ToString();

    /// <summary>Standard error.</summary>
    public string Error => error.ToString();

    /// <summary>Both ends are a terminal.</summary>
    public bool IsTerminal { get; set; }

    public CliRun() => Folder.Write("park.json", PlanSamples.ParkJson);

    /// <summary>A search that reports this progress and then answers this plan.</summary>
    public static PlanSearch Reporting(Plan plan, params PlanProgress[] states) => (_, _, _, _, onProgress, _) =>
    {
        foreach (var state in states)
            onProgress(state);
        return plan;
    };

    public ExitCode Run(params string[] arguments) => CliApplication.Run(arguments, FindPartners is null ? Environment() : Environment() with { FindPartners = FindPartners });

    private CliEnvironment Environment() => new()
    {
        Output = output,
        Error = error,
        IsOutputRedirected = !IsTerminal,
        IsErrorRedirected = !IsTerminal,
        WorkingFolder = Folder.Path,
        ProgramFolder = Folder["program"],
        Search = (engine, park, scenario, options, onProgress, stop) => Search(engine, park, scenario, options, onProgress, stop),
        Explain = (engine, park, scenario, question, options, stop) => Explain(engine, park, scenario, question, options, stop),
        ApiKey = ApiKey,
        WatchStop = onFirst =>
        {
            PressCtrlC = onFirst;
            return new StringReader("");
        },
    };

    public void Dispose() => Folder.Dispose();
}
