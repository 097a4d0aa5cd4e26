using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>Costs and emissions of each plant: plan, today, difference.</summary>
internal static class PlantTable
{
    private const int FullWidth = 100;

    public static void AddTo(Page page, PlanView view)
    {
        var plants = view.Plan.Plants;
        if (plants.Count == 0)
            return;

        var hasToday = view.Plan.Summary?.BaselineCostCny is not null;
        var isFull = page.Width >= FullWidth;
        var scale = view.ScaleOf(plants.SelectMany(plant => new[] { plant.CostCny, plant.BaselineCostCny }));
        var tonnes = view.Say(Messages.TonnesUnit);
        var table = new TextTable().Words(view.Say(Messages.Plant)).Numbers(view.Say(Messages.PlanIn, scale.Unit, view.PerHorizon));
        if (hasToday)
            table.Numbers(view.Say(Messages.TodayIn, scale.Unit, view.PerHorizon)).Numbers(view.Say(Messages.DifferenceIn));
        if (isFull)
            table.Numbers(view.Say(Messages.PlanIn, tonnes, view.PerHorizon));
        if (isFull && hasToday)
            table.Numbers(view.Say(Messages.TodayIn, tonnes, view.PerHorizon)).Numbers(view.Say(Messages.DifferenceIn));

        foreach (var plant in plants)
        {
            List<string> cells = [view.Names.Plant(plant.PlantId), scale.Show(plant.CostCny)];
            if (hasToday)
                cells.AddRange([scale.Show(plant.BaselineCostCny), scale.ShowDifference(plant.CostCny - plant.BaselineCostCny)]);
            if (isFull)
                cells.Add(Quantity.Number(plant.EmissionsT));
            if (isFull && hasToday)
                cells.AddRange([Quantity.Number(plant.BaselineEmissionsT), Quantity.Signed(plant.EmissionsT - plant.BaselineEmissionsT)]);
            table.Row(cells);
        }

        page.Title(view.Say(Messages.PlantsTitle));
        table.AddTo(page);
    }
}
