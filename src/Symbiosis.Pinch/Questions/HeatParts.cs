namespace Symbiosis.Pinch.Questions;

/// <summary>Parts of an answer beside the targets themselves.</summary>
[Flags]
public enum HeatParts
{
    /// <summary>Least utilities, pinches and loads of levels only.</summary>
    None = 0,

    /// <summary>Curves.</summary>
    Curves = 1,

    /// <summary>Exergy.</summary>
    Exergy = 2,

    /// <summary>Targets at other approaches.</summary>
    Sensitivity = 4,

    /// <summary>The site, where there are several plants.</summary>
    Site = 8,

    /// <summary>Energies of the horizon; parks only.</summary>
    Time = 16,

    /// <summary>Each time step; goes with <see cref="Time"/>.</summary>
    Periods = 32,

    /// <summary>Charts as SVG.</summary>
    Charts = 64,

    /// <summary>What is answered unasked: all but the charts.</summary>
    Usual = Curves | Exergy | Sensitivity | Site | Time | Periods,
}
