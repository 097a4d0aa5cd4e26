using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit;

/// <summary>Short ways to write converter ports. Ratios are flows per unit of the reference port's flow.</summary>
public static class Ports
{
    /// <summary>A carrier, kW.</summary>
    public static Port Carrier(string id, Direction direction, string carrierId, double ratio = 1) =>
        new() { Id = id, Direction = direction, CarrierId = carrierId, Ratio = ratio };

    /// <summary>Heat of the plant's cascade, kW.</summary>
    public static Port Heat(string id, Direction direction, double supplyCelsius, double targetCelsius, double ratio = 1) => new()
    {
        Id = id,
        Direction = direction,
        Heat = new PortHeat { SupplyCelsius = supplyCelsius, TargetCelsius = targetCelsius },
        Ratio = ratio,
    };

    /// <summary>A fuel burnt, kW of lower heating value.</summary>
    public static Port Fuel(string id, string fuelId, double ratio = 1) =>
        new() { Id = id, Direction = Direction.In, FuelId = fuelId, Ratio = ratio };

    /// <summary>A material, t/h.</summary>
    public static Port Material(string id, Direction direction, PortMaterial material, double ratio = 1) =>
        new() { Id = id, Direction = direction, Material = material, Ratio = ratio };
}
