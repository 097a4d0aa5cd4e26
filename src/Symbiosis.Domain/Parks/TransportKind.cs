namespace Symbiosis.Domain.Parks;

/// <summary>How a transport mode moves.</summary>
public enum TransportKind
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Truck or tanker on the road.</summary>
    Truck = 1,

    /// <summary>Rail.</summary>
    Rail = 2,

    /// <summary>Conveyor built for one donor and one receiver.</summary>
    Conveyor = 3,

    /// <summary>Pipe or duct built for one donor and one receiver; streams of several donors are never mixed in it.</summary>
    Pipe = 4,
}
