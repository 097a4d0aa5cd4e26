using Symbiosis.Domain.Parks;

namespace Symbiosis.Cli.Heat;

/// <summary>Targets to be shown, wherever they were found.</summary>
/// <param name="Answer">The targets.</param>
/// <param name="Time">The park's time; absent for a table.</param>
internal sealed record HeatResult(V1.TargetResponse Answer, TimeStructure? Time)
{
    /// <summary>Time steps; 0 for a table.</summary>
    public int StepCount => Answer.Plants.Select(plant => plant.Time?.PeriodCount ?? 0).FirstOrDefault();
}
