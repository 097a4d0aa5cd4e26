using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>A carrier and the ways it can take through a park.</summary>
internal sealed class CarrierLane
{
    /// <summary>Most sizes of one carrier that are told apart; further ones are passed over.</summary>
    public const int MaxSizeCount = 64;

    /// <summary>Number in the park's carriers.</summary>
    public required int Index { get; init; }

    /// <summary>The carrier.</summary>
    public required Carrier Carrier { get; init; }

    /// <summary>Temperatures over which it gives and takes heat; null where it carries none.</summary>
    public CarrierRange? Range { get; init; }

    /// <summary>Its sizes, smallest first; bit i of <see cref="RouteLeg.Sizes"/> is number i.</summary>
    public required IReadOnlyList<LinkSize> Sizes { get; init; }

    /// <summary>Yearly cost per CNY invested in each size: annuity, operation and maintenance, 1/a.</summary>
    public required double[] SizeRates { get; init; }

    /// <summary>Least that a metre of way costs in a year, CNY/(m a): the cheapest size in the cheapest corridor; 0 where something lies already.</summary>
    public required double LeastCnyPerMYear { get; init; }

    /// <summary>What each corridor asks for each size taken as the design capacity, [size][corridor]; barred where it may not be used.</summary>
    public LinkFigures[][] Legs { get; set; } = [];

    /// <summary>Cheapest ways to lay it, what lies there already free of charge.</summary>
    public required RouteTable ByCost { get; init; }

    /// <summary>Shortest ways, for the longest distance it may go.</summary>
    public required RouteTable ByLength { get; init; }
}
