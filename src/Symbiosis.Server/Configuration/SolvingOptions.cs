using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>Searches, their engines and their queue.</summary>
internal sealed class SolvingOptions
{
    /// <summary>Engine of calls that name none: highs or cbc.</summary>
    /// <value>Default <c>highs</c>.</value>
    [AllowedValues("highs", "cbc")]
    public string Engine { get; set; } = "highs";

    /// <summary>The Node.js program that HiGHS runs in: a path, or a name on the PATH.</summary>
    /// <value>Default <c>node</c>.</value>
    [Required]
    public string NodePath { get; set; } = "node";

    /// <summary>Engine processes that one search uses at the same time.</summary>
    /// <value>Default 2; 1 to 64.</value>
    [Range(1, 64)]
    public int EnginesPerSearch { get; set; } = 2;

    /// <summary>Searches at the same time.</summary>
    /// <value>Default: cores / <see cref="EnginesPerSearch"/>, at least 1; 1 to 1,024.</value>
    [Range(1, 1024)]
    public int? SearchCount { get; set; }

    /// <summary>Longest search; a call may ask for less.</summary>
    /// <value>Default 10 min; 0.1 s to 7 d.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "7.00:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Kept of a call's deadline to read, audit and send the plan; at most half of what is left of the deadline when the search begins.</summary>
    /// <value>Default 2 s; 0 to 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan DeadlineMargin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Searches that may wait, all callers together; 0: none waits.</summary>
    /// <value>Default 100; 0 to 100,000.</value>
    [Range(0, 100_000)]
    public int QueueLimit { get; set; } = 100;

    /// <summary>Searches of one caller that may wait.</summary>
    /// <value>Default 20; 0 to 100,000.</value>
    [Range(0, 100_000)]
    public int QueueLimitPerCaller { get; set; } = 20;

    /// <summary>Longest wait in the queue.</summary>
    /// <value>Default 30 min; 0.1 s to 7 d.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "7.00:00:00")]
    public TimeSpan QueueTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>An answer comes at least this often while a search has nothing new to tell, so that a silent call is known to be dead.</summary>
    /// <value>Default 10 s; 0.1 s to 1 h.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Idle engine processes that are kept warm for each search that may run.</summary>
    /// <value>Default 2; 0 to 64.</value>
    [Range(0, 64)]
    public int WarmEngines { get; set; } = 2;

    /// <summary>Searches at the same time on this machine.</summary>
    public int EffectiveSearchCount() => SearchCount ?? Math.Max(1, Environment.ProcessorCount / EnginesPerSearch);
}
