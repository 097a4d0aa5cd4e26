using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Rendering;

/// <summary>What is moved between plants. On a narrow page the lesser columns are left out.</summary>
internal static class CouplingTable
{
    private const int FullWidth = 140;
    private const int MiddleWidth = 100;

    public static void AddTo(Page page, PlanView view)
    {
        var couplings = view.Plan.Couplings;
        if (couplings.Count == 0)
        {
            page.Line();
            page.Line(view.Say(Messages.NoCouplings));
            return;
        }

        var isFull = page.Width >= FullWidth;
        var isMiddle = page.Width >= MiddleWidth;
        var scale = view.ScaleOf(couplings.SelectMany(coupling => new[] { coupling.CostCny, coupling.SavingCny }));
        var table = new TextTable().Words(view.Say(Messages.What)).Words(view.Say(Messages.FromTo));
        if (isFull)
            table.Words(view.Say(Messages.Route));
        if (isMiddle)
            table.Numbers(view.Say(Messages.Length)).Words(view.Say(Messages.Size));
        table.Numbers(view.Say(Messages.Peak)).Numbers(view.Say(Messages.Amount, view.PerHorizon));
        if (isMiddle)
            table.Numbers(view.Say(Messages.CostIn, scale.Unit, view.PerHorizon));
        table.Numbers(view.Say(Messages.SavingIn, scale.Unit, view.PerHorizon));
        if (isMiddle)
            table.Numbers(view.Say(Messages.AvoidedIn, view.PerHorizon));

        foreach (var coupling in couplings)
            table.Row(Cells(coupling, view, scale, isFull, isMiddle));

        page.Title(view.Say(Messages.CouplingsTitle));
        table.AddTo(page);
        page.Line(view.Say(Messages.SavingIsIndication));
    }

    private static IEnumerable<string> Cells(Coupling coupling, PlanView view, MoneyScale scale, bool isFull, bool isMiddle)
    {
        var what = coupling.Kind == CouplingKind.Material ? view.Names.Material(coupling.MaterialId) : view.Names.Carrier(coupling.CarrierId);
        yield return coupling.Existing ? view.Say(Messages.Existing, what) : what;

        yield return $"{view.Names.Plant(coupling.FromPlantId)} -> {view.Names.Plant(coupling.ToPlantId)}";
        if (isFull)
            yield return string.Join(" - ", coupling.RouteNodeIds.Select(view.Names.Node));
        if (isMiddle)
        {
            yield return Quantity.Metres(coupling.LengthM);
            yield return coupling.Kind == CouplingKind.Material ? view.Names.TransportMode(coupling.TransportModeId) : Sizes(coupling, view);
        }

        yield return Quantity.Flow(coupling);
        yield return Quantity.Amount(coupling);
        if (isMiddle)
            yield return scale.Show(coupling.CostCny);
        yield return scale.Show(coupling.SavingCny);
        if (isMiddle)
            yield return Quantity.Number(coupling.AvoidedT);
    }

    private static string Sizes(Coupling coupling, PlanView view) => string.Join(
        ", ",
        view.Plan.Links
            .Where(link => link.CarrierId == coupling.CarrierId && coupling.RouteCorridorIds.Contains(link.CorridorId))
            .Select(link => view.Names.Size(link.SizeId))
            .Distinct());
}
