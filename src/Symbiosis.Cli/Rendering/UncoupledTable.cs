using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>Pairs that could have been coupled and were not, and why.</summary>
internal static class UncoupledTable
{
    private const int FirstCount = 10;

    /// <summary>Shows the first pairs, or all.</summary>
    public static void AddTo(Page page, PlanView view, bool showsAll)
    {
        var pairs = view.Plan.Uncoupled;
        if (pairs.Count == 0)
            return;

        var counts = pairs
            .GroupBy(pair => pair.Reason)
            .OrderByDescending(group => group.Count())
            .Select(group => $"{CodeNames.Reasons.NameOf(group.Key, view.Language)} {group.Count()}");
        var shown = showsAll ? pairs : pairs.Take(FirstCount).ToList();
        var table = new TextTable()
            .Words(view.Say(Messages.What))
            .Words(view.Say(Messages.FromTo))
            .Words(view.Say(Messages.Reason))
            .Words(view.Say(Messages.Fact));
        foreach (var pair in shown)
        {
            table.Row(
                view.Names.Flow(pair.FlowId),
                $"{view.Names.Plant(pair.FromPlantId)} -> {view.Names.Plant(pair.ToPlantId)}",
                CodeNames.Reasons.NameOf(pair.Reason, view.Language),
                pair.Fact ?? "");
        }

        page.Title(view.Say(Messages.UncoupledTitle));
        page.Line(view.Say(Messages.UncoupledCounts, pairs.Count, string.Join(view.Language == Language.Chinese ? "、" : ", ", counts)));
        table.AddTo(page);
        if (shown.Count < pairs.Count)
            page.Line(view.Say(Messages.UncoupledMore, pairs.Count - shown.Count));
    }
}
