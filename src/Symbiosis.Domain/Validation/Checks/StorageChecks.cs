using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Storages: what they hold, and their content at start and end.</summary>
internal static class StorageChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, storage) in Places.Of($"{path}.storages", plant.Storages))
            {
                CheckContent(at, storage, plant, violations);
                CheckBoundary(at, storage, violations);
            }
        }
    }

    private static void CheckContent(string path, Storage storage, Plant plant, ViolationList violations)
    {
        if (storage.OutletId is { } outletId && plant.Outlets.All(outlet => outlet.Id != outletId))
        {
            var question = NearestName.Question(outletId, plant.Outlets.Select(outlet => outlet.Id));
            violations.Error($"{path}.outlet_id", ViolationCodes.UnknownId, $"Plant '{plant.Id}' has no outlet '{outletId}'.{question}", outletId);
        }

        if (storage.InletId is { } inletId && plant.Inlets.All(inlet => inlet.Id != inletId))
        {
            var question = NearestName.Question(inletId, plant.Inlets.Select(inlet => inlet.Id));
            violations.Error($"{path}.inlet_id", ViolationCodes.UnknownId, $"Plant '{plant.Id}' has no inlet '{inletId}'.{question}", inletId);
        }

        if (storage.Heat is { } heat && heat.ReturnCelsius >= heat.SupplyCelsius)
            violations.Error($"{path}.heat.return_celsius", ViolationCodes.TemperatureOrder, $"Storage '{storage.Id}' must be colder empty than full.", NumberText.Of(heat.ReturnCelsius));
    }

    private static void CheckBoundary(string path, Storage storage, ViolationList violations)
    {
        var initial = storage.InitialFraction;
        if (storage.Boundary == StorageBoundary.Fixed && initial is null)
            violations.Error($"{path}.initial_fraction", ViolationCodes.StorageBoundary, $"Storage '{storage.Id}' has a fixed content at its start; say which.");

        if (storage.FinalFraction is { } final)
        {
            var isCyclic = storage.Boundary is not (StorageBoundary.Fixed or StorageBoundary.FreeEnd);
            if (storage.Boundary == StorageBoundary.FreeEnd)
                violations.Error($"{path}.final_fraction", ViolationCodes.StorageBoundary, $"Storage '{storage.Id}' ends anywhere; leave final_fraction out, or choose STORAGE_BOUNDARY_FIXED.", NumberText.Of(final));
            else if (isCyclic && final != initial)
                violations.Error($"{path}.final_fraction", ViolationCodes.StorageBoundary, $"Storage '{storage.Id}' ends as it starts; leave final_fraction out, or choose STORAGE_BOUNDARY_FIXED.", NumberText.Of(final));
            else if (final < storage.MinFraction)
                violations.Error($"{path}.final_fraction", ViolationCodes.StorageBoundary, $"Storage '{storage.Id}' would end below its smallest content.", NumberText.Of(final));
        }

        // A free end without a start begins empty.
        var start = initial ?? (storage.Boundary == StorageBoundary.FreeEnd ? 0 : null);
        if (start < storage.MinFraction)
            violations.Error($"{path}.initial_fraction", ViolationCodes.StorageBoundary, $"Storage '{storage.Id}' would start at {NumberText.Of(start.Value)}, below its smallest content of {NumberText.Of(storage.MinFraction)}.", NumberText.Of(start.Value));
    }
}
