using Symbiosis.Domain.Catalogues.Suggestions;

namespace Symbiosis.Cli.Wording;

/// <summary>Words of <c>catalogue suggest</c>.</summary>
internal static class SuggestMessages
{
    public static readonly Message Suggest = new(
        "Suggests typical streams, by-products, inputs and energy of a plant of a known process.",
        "按已知工艺给出典型的冷热物流、副产物、原料与能耗建议。");
    public static readonly Message ProcessArgument = new("Id of the process, as 'catalogue list process' shows it.", "工艺标识，见 catalogue list process。");
    public static readonly Message TonnesOption = new("Product made in a year, t.", "年产量（t）。");
    public static readonly Message HoursOption = new("Hours in a year that it runs; absent: the process's, else 8,000.", "年运行小时数；不填则取该工艺的数据，否则为 8,000。");
    public static readonly Message ProductOption = new("Product that the tonnes are of, where figures refer to several.", "产量所指的产品（数据涉及多种产品时）。");
    public static readonly Message SiteOption = new("Site of the suggested plant; absent: site.", "建议企业所在的地块；不填则为 site。");

    public static readonly Message TonnesMissing = new("--tonnes-per-year is missing: how much does the plant make?", "缺少 --tonnes-per-year：该企业年产量是多少？");
    public static readonly Message NotANumber = new("{0} is '{1}'; it must be a number.", "{0} 为“{1}”；应为数字。");
    public static readonly Message Refused = new("{0}: {1} ({2})", "{0}：{1}（{2}）");

    public static readonly Message Title = new("{0}: {1} t/a of {2}, {3} h/a", "{0}：{2} {1} t/年，{3} h/年");
    public static readonly Message TitleWithoutProduct = new("{0}: no figure is per tonne of a product", "{0}：没有按吨产品给出的数据");
    public static readonly Message Hours = new("Hours: {0}", "运行小时：{0}");
    public static readonly Message OtherProducts = new("Figures refer to: {0}. --product takes another one than the first.", "数据涉及的产品：{0}。可用 --product 另选。");
    public static readonly Message FlowsTitle = new("While it runs", "运行时");
    public static readonly Message NoFlows = new("No figure of this process became a flow.", "该工艺没有可换算为流量的数据。");
    public static readonly Message LeftOutTitle = new("Figures that became no flow", "未能换算的数据");
    public static readonly Message Temperatures = new("deg C", "温度（deg C）");
    public static readonly Message InPlant = new("In the plant", "企业元素");
    public static readonly Message Paste = new(
        "--json has the plant with {0} streams, {1} outlets and {2} inlets as 'fragment', to be pasted into a park.",
        "--json 输出的 fragment 含企业（{0} 条物流、{1} 个出料口、{2} 个进料口），可粘贴到园区文件。");

    /// <summary>Names of <see cref="SuggestedFlowKind"/>.</summary>
    public static readonly IReadOnlyDictionary<SuggestedFlowKind, Message> Kinds = new Dictionary<SuggestedFlowKind, Message>
    {
        [SuggestedFlowKind.Unspecified] = new("not said", "未说明"),
        [SuggestedFlowKind.HotStream] = new("hot stream", "热物流"),
        [SuggestedFlowKind.ColdStream] = new("cold stream", "冷物流"),
        [SuggestedFlowKind.ByProduct] = new("by-product", "副产物"),
        [SuggestedFlowKind.Input] = new("input", "原料"),
        [SuggestedFlowKind.FuelGas] = new("fuel gas", "可燃气"),
        [SuggestedFlowKind.Power] = new("power", "电力"),
        [SuggestedFlowKind.Fuel] = new("fuel", "燃料"),
    };
}
