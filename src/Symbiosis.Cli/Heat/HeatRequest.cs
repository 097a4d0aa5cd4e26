using System.Globalization;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Heat;

/// <summary>What the command line of <c>heat</c> asks for, checked.</summary>
internal sealed record HeatRequest
{
    private const double AbsoluteZeroCelsius = -273.15;
    private const double MaxApproachK = 1000;

    /// <summary>The park's file or folder; absent where a table of streams is given.</summary>
    public string? ParkPath { get; init; }

    /// <summary>The table of streams.</summary>
    public string? StreamsPath { get; init; }

    /// <summary>The table of utilities that goes with a table of streams.</summary>
    public string? UtilitiesPath { get; init; }

    /// <summary>Only this plant.</summary>
    public string? PlantId { get; init; }

    /// <summary>One minimum approach for all streams, K; absent: their own contributions.</summary>
    public double? MinimumApproachK { get; init; }

    /// <summary>Ambient temperature of the exergy account, deg C; absent: the library's default.</summary>
    public double? AmbientCelsius { get; init; }

    /// <summary>Full path of the folder for the curves.</summary>
    public string? SvgFolder { get; init; }

    /// <summary>Only JSON on standard output.</summary>
    public bool IsJson { get; init; }

    /// <summary>Refuses combinations that mean nothing.</summary>
    /// <exception cref="BadInputException">They do not go together.</exception>
    public HeatRequest Checked()
    {
        if (ParkPath is null == StreamsPath is null) throw new BadInputException(HeatMessages.ParkOrStreams);
        if (UtilitiesPath is not null && StreamsPath is null) throw new BadInputException(HeatMessages.UtilitiesWithoutStreams);
        return this;
    }

    /// <summary>A difference of temperatures, K.</summary>
    /// <exception cref="BadInputException">It is not a number from 0 to 1,000.</exception>
    public static double? ParseApproach(string? text)
    {
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= MaxApproachK) return value;
        throw new BadInputException(HeatMessages.ApproachWrong, text);
    }

    /// <summary>A temperature, deg C.</summary>
    /// <exception cref="BadInputException">It is not a number from -273.15, exclusive, to 1,000.</exception>
    public static double? ParseAmbient(string? text)
    {
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > AbsoluteZeroCelsius and <= 1000) return value;
        throw new BadInputException(HeatMessages.AmbientWrong, text);
    }
}
