using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Wording;

/// <summary>Names for people of codes that plans carry. A code without a name is shown as it is.</summary>
internal static class CodeNames
{
    /// <summary>Cost categories of <see cref="CostItem.Category"/>.</summary>
    public static readonly IReadOnlyDictionary<string, Message> CostCategories = new Dictionary<string, Message>
    {
        ["investment"] = new("Investment, per year", "投资年金"),
        ["om"] = new("Operation and maintenance", "运行维护"),
        ["fuel"] = new("Fuels", "燃料"),
        ["power"] = new("Power", "电量电费"),
        ["demand_charge"] = new("Demand charge", "容（需）量电费"),
        ["surcharge"] = new("Surcharge", "阶梯加价"),
        ["green_power"] = new("Green power", "绿色电力"),
        ["purchase"] = new("Bought inputs", "外购"),
        ["disposal"] = new("Disposal", "处置"),
        ["transport"] = new("Transport", "运输"),
        ["pumping"] = new("Pumping", "输送泵耗"),
        ["sale"] = new("Sales", "销售"),
        ["carbon"] = new("Carbon", "碳成本"),
        ["start"] = new("Starts", "启停"),
        ["utility"] = new("Heating and cooling utilities", "冷热公用工程"),
        ["storage"] = new("Storage", "储存"),
        ["flow"] = new("Flows in pipes", "管道输送"),
    };

    /// <summary>Reasons of <see cref="UncoupledPair.Reason"/>.</summary>
    public static readonly IReadOnlyDictionary<string, Message> Reasons = new Dictionary<string, Message>
    {
        ["TEMPERATURE"] = new("temperature", "温度不匹配"),
        ["DISTANCE"] = new("distance", "距离过远"),
        ["NO_ROUTE"] = new("no route", "无路线"),
        ["QUALITY"] = new("quality", "品质不符"),
        ["HAZARD"] = new("hazard", "危险类别"),
        ["TIMING"] = new("timing", "时间错位"),
        ["FORBIDDEN"] = new("forbidden", "被禁止"),
        ["ECONOMICS"] = new("does not pay", "不经济"),
        ["NO_SUPPLY"] = new("the donor has none", "供方没有"),
        ["NO_USE"] = new("the receiver cannot use it", "受方无法利用"),
        ["INFEASIBLE"] = new("no feasible plan", "无可行方案"),
        ["TIME_LIMIT"] = new("time limit", "时间上限"),
    };

    /// <summary>Names of <see cref="AuditCheck.Name"/>.</summary>
    public static readonly IReadOnlyDictionary<string, Message> AuditChecks = new Dictionary<string, Message>
    {
        ["series"] = new("series", "时间序列"),
        ["heat_cascade"] = new("heat cascade", "热级联"),
        ["recovery"] = new("heat recovery", "厂内热回收"),
        ["carrier_balance"] = new("carriers", "载体平衡"),
        ["link_capacity"] = new("pipe capacities", "管线能力"),
        ["one_way"] = new("one-way links", "单向管线"),
        ["links_allowed"] = new("links allowed", "允许的管线"),
        ["converter_ratios"] = new("converters", "转换设备"),
        ["sizes_respected"] = new("sizes", "设备规模"),
        ["storage_balance"] = new("storages", "储存"),
        ["mass_balance"] = new("mass", "物料平衡"),
        ["quality"] = new("quality", "品质"),
        ["transport"] = new("transport", "运输"),
        ["lots"] = new("smallest lots", "最小批量"),
        ["forbidden"] = new("forbidden couplings", "被禁止的耦合"),
        ["required"] = new("required couplings", "要求的耦合"),
        ["policy"] = new("policy", "政策"),
        ["costs"] = new("costs", "成本"),
        ["emissions"] = new("emissions", "排放"),
        ["cost_total"] = new("total cost", "总成本"),
        ["saving"] = new("saving", "节省"),
    };

    /// <summary>Stages that the search reports.</summary>
    public static readonly IReadOnlyDictionary<string, Message> Stages = new Dictionary<string, Message>
    {
        ["build"] = new("building the model", "建模"),
        ["queued"] = new("waiting for a free core", "等待空闲核心"),
        ["baseline"] = new("park as it stands", "现状"),
        ["coarse"] = new("coarse design", "粗设计"),
        ["groups"] = new("bound by groups of hours", "分时组求下界"),
        ["bound"] = new("bound of the full model", "全模型下界"),
        ["dispatch"] = new("operation", "运行"),
        ["prove"] = new("proof", "证明"),
        ["explain"] = new("what is missing", "查找缺口"),
    };

    /// <summary>Kinds of catalogue entries.</summary>
    public static readonly IReadOnlyDictionary<string, Message> CatalogueKinds = new Dictionary<string, Message>
    {
        ["process"] = new("Processes", "工艺"),
        ["material"] = new("Materials", "物料"),
        ["technology"] = new("Technologies", "技术"),
        ["tariff"] = new("Tariffs", "电价"),
        ["factor"] = new("Factors", "因子"),
        ["limit"] = new("Limits", "限值"),
        ["cluster"] = new("Clusters", "产业集群"),
        ["concept"] = new("Policy concepts", "政策概念"),
        ["rule"] = new("Rules", "规则"),
    };

    /// <summary>Names of <see cref="Quality"/>.</summary>
    public static readonly IReadOnlyDictionary<Quality, Message> Qualities = new Dictionary<Quality, Message>
    {
        [Quality.Unspecified] = new("not said", "未说明"),
        [Quality.Measured] = new("measured", "实测"),
        [Quality.Sourced] = new("sourced", "有出处"),
        [Quality.Derived] = new("derived", "推算"),
        [Quality.Estimate] = new("estimate", "估计"),
        [Quality.Illustrative] = new("illustrative", "示意"),
    };

    /// <summary>Names of <see cref="Severity"/>.</summary>
    public static readonly IReadOnlyDictionary<Severity, Message> Severities = new Dictionary<Severity, Message>
    {
        [Severity.Error] = new("error", "错误"),
        [Severity.Warning] = new("warning", "警告"),
    };

    /// <summary>The name of a code, or the code itself.</summary>
    public static string NameOf(this IReadOnlyDictionary<string, Message> names, string? code, Language language) =>
        code is null ? "" : names.TryGetValue(code, out var name) ? name.In(language) : code;
}
