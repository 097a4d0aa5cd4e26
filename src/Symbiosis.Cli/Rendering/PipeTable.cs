using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>Pipes and cables that carry something.</summary>
internal static class PipeTable
{
    private const int FullWidth = 100;

    public static void AddTo(Page page, PlanView view)
    {
        var links = view.Plan.Links;
        if (links.Count == 0)
            return;

        var isFull = page.Width >= FullWidth;
        var scale = view.ScaleOf(links.Select(link => link.InvestmentCny).Append(links.Sum(link => link.InvestmentCny)));
        var table = new TextTable().Words(view.Say(Messages.Corridor)).Words(view.Say(Messages.Carrier)).Words(view.Say(Messages.Size)).Numbers(view.Say(Messages.Length));
        if (isFull)
            table.Numbers(view.Say(Messages.Capacity));
        table.Numbers(view.Say(Messages.Peak));
        if (isFull)
            table.Numbers(view.Say(Messages.Loss, view.PerHorizon));
        table.Numbers(view.Say(Messages.InvestmentIn, scale.Unit));

        foreach (var link in links)
        {
            var size = view.Names.Size(link.SizeId);
            List<string> cells = [view.Names.Corridor(link.CorridorId), view.Names.Carrier(link.CarrierId), link.Existing ? view.Say(Messages.Existing, size) : size, Quantity.Metres(link.LengthM)];
            if (isFull)
                cells.Add(Quantity.Of(link.CapacityKw, "kW"));
            cells.Add(Quantity.Of(link.PeakKw, "kW"));
            if (isFull)
                cells.Add(Quantity.Energy(link.LossKwh));
            cells.Add(scale.Show(link.InvestmentCny));
            table.Row(cells);
        }

        List<string> total = [view.Say(Messages.Total), "", "", Quantity.Metres(links.Where(link => !link.Existing).Sum(link => link.LengthM))];
        total.AddRange(Enumerable.Repeat("", isFull ? 3 : 1));
        total.Add(scale.Show(links.Sum(link => link.InvestmentCny)));
        table.TotalRow(total);

        page.Title(view.Say(Messages.PipesTitle));
        table.AddTo(page);
    }
}
