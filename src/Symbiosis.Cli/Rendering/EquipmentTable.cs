using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>Stations, exchangers, converters, storages and generators with a size.</summary>
internal static class EquipmentTable
{
    public static void AddTo(Page page, PlanView view)
    {
        var equipment = view.Plan.Equipment.Where(item => item.NewSize > 0 || item.InvestmentCny != 0).ToList();
        if (equipment.Count == 0)
            return;

        var total = equipment.Sum(item => item.InvestmentCny);
        var scale = view.ScaleOf(equipment.Select(item => item.InvestmentCny).Append(total));
        var table = new TextTable()
            .Words(view.Say(Messages.Plant))
            .Words(view.Say(Messages.Element))
            .Numbers(view.Say(Messages.ExistingSize))
            .Numbers(view.Say(Messages.NewSize))
            .Numbers(view.Say(Messages.InvestmentIn, scale.Unit));
        foreach (var item in equipment)
        {
            var unit = item.Unit ?? "";
            table.Row(
                view.Names.Plant(item.PlantId),
                view.Names.Element(item.PlantId, item.ElementId),
                item.ExistingSize == 0 ? "" : Quantity.Of(item.ExistingSize, unit),
                Quantity.Of(item.NewSize, unit),
                scale.Show(item.InvestmentCny));
        }

        table.TotalRow(view.Say(Messages.Total), "", "", "", scale.Show(total));
        page.Title(view.Say(Messages.EquipmentTitle));
        table.AddTo(page);
    }
}
