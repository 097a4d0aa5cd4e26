using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Temperatures of heat carriers, and that carriers are used for what they are.</summary>
internal static class CarrierChecks
{
    // Saturation at 230 deg C needs 28 bar, at 180 deg C 10 bar (IAPWS-IF97): hot-water loops end well below either.
    private const double ImpossibleWaterCelsius = 230;
    private const double ImprobableWaterCelsius = 180;

    // A loop that comes back warmer than it goes out cools its users; above this it was more likely entered the wrong way round.
    private const double WarmestChilledCelsius = 40;

    public static bool CarriesHeat(CarrierKind kind) => kind is CarrierKind.Steam or CarrierKind.Water or CarrierKind.Oil;

    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, carrier) in Places.Of("park.carriers", park.Carriers))
        {
            if (CarriesHeat(carrier.Kind)) CheckHeatCarrier(path, carrier, violations);
        }

        var carriers = Places.ById(park.Carriers, carrier => carrier.Id);
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, station) in Places.Of($"{path}.stations", plant.Stations))
            {
                if (carriers.TryGetValue(station.CarrierId, out var carrier) && !CarriesHeat(carrier.Kind))
                    violations.Error($"{at}.carrier_id", ViolationCodes.WrongCarrierKind, $"Stations exchange heat; '{carrier.Id}' is neither steam, water nor oil.", carrier.Id);
            }

            foreach (var (at, grid) in Places.Of($"{path}.grid_connections", plant.GridConnections))
            {
                if (carriers.TryGetValue(grid.CarrierId, out var carrier) && carrier.Kind != CarrierKind.Electricity)
                    violations.Error($"{at}.carrier_id", ViolationCodes.WrongCarrierKind, $"A grid connection draws electricity; '{carrier.Id}' is of another kind. Use supplies for what is bought otherwise.", carrier.Id);
            }
        }
    }

    private static void CheckHeatCarrier(string path, Carrier carrier, ViolationList violations)
    {
        var isSteam = carrier.Kind == CarrierKind.Steam;
        if (carrier.SupplyCelsius is null)
            violations.Error($"{path}.supply_celsius", ViolationCodes.TemperatureMissing, $"'{carrier.Id}' carries heat and needs its supply temperature.");
        if (!isSteam && carrier.ReturnCelsius is null)
            violations.Error($"{path}.return_celsius", ViolationCodes.TemperatureMissing, $"'{carrier.Id}' is a loop and needs its return temperature.");
        if (carrier.SupplyCelsius is not { } supply) return;

        if (carrier.Kind == CarrierKind.Water && supply > ImprobableWaterCelsius)
        {
            var shown = $"{NumberText.Of(supply)} deg C in a water loop";
            if (supply > ImpossibleWaterCelsius)
                violations.Error($"{path}.supply_celsius", ViolationCodes.CarrierTemperature, $"{shown} is impossible: above 230 deg C it would be steam of more than 28 bar. Check the unit or the kind.", NumberText.Of(supply));
            else
                violations.Warn($"{path}.supply_celsius", ViolationCodes.CarrierTemperature, $"{shown} is improbable; hot-water loops stay below 180 deg C. Check the unit or the kind.", NumberText.Of(supply));
        }

        if (carrier.ReturnCelsius is not { } back || back < supply) return;
        var isChilled = !isSteam && back > supply && supply <= WarmestChilledCelsius;
        if (isChilled) return;
        var sentence = $"'{carrier.Id}' returns at {NumberText.Of(back)} deg C, not below its supply of {NumberText.Of(supply)} deg C, so it carries no heat. Were the two exchanged?";
        violations.Error($"{path}.return_celsius", ViolationCodes.TemperatureOrder, sentence, NumberText.Of(back));
    }
}
