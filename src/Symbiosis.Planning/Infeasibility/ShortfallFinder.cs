using System.Globalization;
using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Time;
using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Reading;

namespace Symbiosis.Planning.Infeasibility;

/// <summary>Says in a planner's words what an infeasible park lacks: the same model with needs that may go unmet, minimising what is missing.</summary>
internal sealed class ShortfallFinder(ISolverEngine engine, Park park, Scenario? scenario, TimeGrid grid, ParkGraph graph)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>A plan without plan: outcome infeasible and what is missing.</summary>
    public Plan Explain(CancellationToken stop)
    {
        var model = ParkModel.Build(park, scenario, Horizon.Of(grid), graph, isElastic: true);
        using var session = engine.Open(model.Linear);
        var result = session.Solve(new SolveOptions { TimeLimit = Limit, RelativeGap = 0.01 }, null, stop);
        var shortfalls = result.Values is { } values
            ? model.Stretches.Select(stretch => Read(stretch, new SolutionValues(values))).OfType<Shortfall>().OrderByDescending(shortfall => shortfall.Missing).ToList()
            : [];
        if (shortfalls.Count == 0)
        {
            shortfalls.Add(new Shortfall
            {
                FieldPath = "park",
                Sentence = "No operation meets all needs, and no single need, inlet, limit or rule accounts for it; look at minimum loads, must-run units and storage boundaries.",
            });
        }

        return new Plan { Outcome = Outcome.Infeasible, Shortfalls = shortfalls };
    }

    private Shortfall? Read(Stretch stretch, SolutionValues values)
    {
        var missing = stretch.Missing.Select(variable => values.Of(variable) * stretch.PerUnit).ToArray();
        var worst = Array.IndexOf(missing, missing.Max());
        if (missing[worst] <= 1e-6 * stretch.PerUnit)
            return null;

        var isHorizon = stretch.Missing.Length == 1 && grid.Periods.Count != 1 || stretch.Kind is StretchKind.Limit or StretchKind.Coupling;
        return new Shortfall
        {
            FieldPath = stretch.FieldPath,
            PlantId = stretch.PlantId.Length == 0 ? null : stretch.PlantId,
            ElementId = stretch.ElementId,
            PeriodIndex = isHorizon ? null : worst,
            Missing = missing[worst],
            Unit = stretch.Unit,
            Sentence = Sentence(stretch, missing[worst], isHorizon ? null : worst, missing.Count(value => value > 1e-6 * stretch.PerUnit)),
        };
    }

    private string Sentence(Stretch stretch, double missing, int? period, int count)
    {
        var plant = park.Plants.FirstOrDefault(candidate => candidate.Id == stretch.PlantId)?.Name ?? stretch.PlantId;
        var amount = string.Create(CultureInfo.InvariantCulture, $"{missing:#,0.###} {stretch.Unit}");
        var when = period is { } t
            ? string.Create(CultureInfo.InvariantCulture, $" in step {t} (month {grid.Periods[t].Month}, {grid.Periods[t].StartHour:0.##} h), and in {count - 1} other steps")
            : "";
        return stretch.Kind switch
        {
            StretchKind.Heat => $"{plant}: cold stream '{stretch.ElementId}' lacks up to {amount} of heat{when}. Give a hotter or larger hot utility, or a carrier that reaches its target temperature.",
            StretchKind.Cooling => $"{plant}: hot stream '{stretch.ElementId}' must be cooled and {amount} cannot be taken away{when}. Give a colder or larger cold utility, or drop must_cool.",
            StretchKind.Carrier => $"{plant}: demand '{stretch.ElementId}' lacks up to {amount}{when}. Give a supply, a grid connection or a link with enough capacity.",
            StretchKind.Surplus => $"{plant}: {amount} of '{stretch.ElementId}' has nowhere to go{when}. Give an offtake.",
            StretchKind.Material => $"{plant}: inlet '{stretch.ElementId}' lacks up to {amount}{when}. Give a purchase, or a donor whose quality fits.",
            StretchKind.Disposal => $"{plant}: up to {amount} of outlet '{stretch.ElementId}' must be taken and nobody can{when}. Allow disposal or give an inlet.",
            StretchKind.Coupling => $"The required coupling for '{stretch.ElementId}' cannot carry what is asked: {amount} are missing.",
            _ => $"The limit {stretch.FieldPath} is too tight by {amount}.",
        };
    }
}
