namespace Symbiosis.Cli.Wording;

/// <summary>All that is printed about heat targets.</summary>
internal static class HeatMessages
{
    public static readonly Message Heat = new(
        "Heat targets: how much could be recovered at most, at which temperatures, for a park or a table of streams.",
        "热目标：园区或流股表最多可回收多少热量、在什么温度。");
    public static readonly Message StreamsOption = new(
        "A table of streams in place of a park: name,supply_celsius,target_celsius,heat_kw,approach_k (the stream's own contribution); optional cp_kw_per_k, kind, plant.",
        "以流股表代替园区：name,supply_celsius,target_celsius,heat_kw,approach_k（流股自身的温差贡献）；可选 cp_kw_per_k、kind、plant。");
    public static readonly Message UtilitiesOption = new(
        "Utility levels for a table of streams: name,kind (hot, cold, both),supply_celsius; optional target_celsius, approach_k, price_cny_per_kwh, capacity_kw.",
        "流股表所用的公用工程等级：name,kind（hot、cold、both）,supply_celsius；可选 target_celsius、approach_k、price_cny_per_kwh、capacity_kw。");
    public static readonly Message PlantOption = new("Only this plant, in detail.", "仅显示该企业的详细结果。");
    public static readonly Message ApproachOption = new(
        "One minimum approach between hot and cold streams, K, in place of the streams' own contributions (half each).",
        "统一的冷热流股最小传热温差（K），取代各流股自身的贡献（各取一半）。");
    public static readonly Message AmbientOption = new("Ambient temperature of the exergy account, deg C; default 25.", "㶲分析的环境温度（°C），默认 25。");
    public static readonly Message SvgOption = new("Folder to draw the curves into, as SVG files.", "写入曲线图（SVG）的文件夹。");

    public static readonly Message ParkOrStreams = new("Give either a park or --streams FILE.csv.", "请指定园区或 --streams FILE.csv，二者取一。");
    public static readonly Message UtilitiesWithoutStreams = new("--utilities goes with --streams; a park has its own utilities.", "--utilities 只与 --streams 合用；园区自带公用工程。");
    public static readonly Message ApproachWrong = new(
        "--min-approach is '{0}'; it must be a number of kelvins from 0 to 1,000.",
        "--min-approach 为“{0}”；应为 0 到 1,000 之间的温差（K）。");
    public static readonly Message AmbientWrong = new(
        "--ambient is '{0}'; it must be a temperature above -273.15 and up to 1,000 deg C.",
        "--ambient 为“{0}”；应为高于 -273.15 且不超过 1,000 的温度（°C）。");
    public static readonly Message NotUtf8 = new(
        "The file '{0}' is not UTF-8. Save it again as 'CSV UTF-8'.",
        "文件“{0}”不是 UTF-8 编码。请另存为“CSV UTF-8”。");
    public static readonly Message WroteCharts = new("{0} charts written to {1}", "已将 {0} 张图写入 {1}");

    public static readonly Message SiteLine = new("{0}: heat targets of {1} plants, {2} streams.", "{0}：{1} 家企业、{2} 股流股的热目标。");
    public static readonly Message PlantLine = new("{0}: heat targets of {1} hot and {2} cold streams.", "{0}：{1} 股热流与 {2} 股冷流的热目标。");
    public static readonly Message MeanDuties = new(
        "Loads in kW are those of the mean duties over {0} time steps; what follows from their changing stands under 'Over time'.",
        "kW 为 {0} 个时段平均负荷下的数值；负荷变化的影响见“随时间”。");
    public static readonly Message BoundsNotPlans = new(
        "Targets are bounds, not plans: distance, pipes and money are not looked at. Converters and storages are no part of them.",
        "目标只是上下限而非方案：不考虑距离、管道与费用，也不含转换设备与储存。");
    public static readonly Message NoStreams = new("No stream has heat: nothing to heat, nothing to cool.", "没有带热量的流股：无需加热，也无需冷却。");

    public static readonly Message TargetsTitle = new("Targets", "目标");
    public static readonly Message PlantsTitle = new("Plants, each for itself", "各企业（单独）");
    public static readonly Message SiteTitle = new("Site", "全园");
    public static readonly Message LevelsTitle = new("Utility levels", "公用工程等级");
    public static readonly Message ExergyTitle = new("Exergy (ambient {0} °C)", "㶲（环境 {0} °C）");
    public static readonly Message SensitivityTitle = new("If the minimum approach changes", "最小传热温差变化时");
    public static readonly Message CogenerationTitle = new("Power between levels", "等级之间的发电潜力");
    public static readonly Message TimeTitle = new("Over time", "随时间");

    public static readonly Message HotStreams = new("Hot streams,\nkW", "热流\n（kW）");
    public static readonly Message ColdStreams = new("Cold streams,\nkW", "冷流\n（kW）");
    public static readonly Message Recovery = new("Recoverable,\nkW", "可回收\n（kW）");
    public static readonly Message HotUtility = new("Hot utility\nat least, kW", "最小热公用工程\n（kW）");
    public static readonly Message ColdUtility = new("Cold utility\nat least, kW", "最小冷公用工程\n（kW）");
    public static readonly Message PinchColumn = new("Pinch, °C\n(shifted)", "夹点（°C，\n移动温度）");
    public static readonly Message Quantity = new("Quantity", "项目");
    public static readonly Message Kilowatts = new("kW", "kW");
    public static readonly Message HotStreamsRow = new("Heat of hot streams", "热流热量");
    public static readonly Message ColdStreamsRow = new("Heat of cold streams", "冷流热量");
    public static readonly Message RecoveryRow = new("Recoverable at most", "最大可回收热量");
    public static readonly Message HotUtilityRow = new("Hot utility at least", "最小热公用工程");
    public static readonly Message ColdUtilityRow = new("Cold utility at least", "最小冷公用工程");
    public static readonly Message OptionalRow = new("  of which streams that need not be cooled", "  其中不必冷却的流股");

    public static readonly Message PinchUniform = new(
        "Pinch at {0} °C shifted: hot streams at {1} °C, cold streams at {2} °C.",
        "夹点：移动温度 {0} °C，热流 {1} °C，冷流 {2} °C。");
    public static readonly Message PinchMixed = new("Pinch at {0} °C shifted.", "夹点：移动温度 {0} °C。");
    public static readonly Message PinchSpan = new(
        "Pinch from {0} to {1} °C shifted: no heat passes this range.",
        "夹点区间：移动温度 {0} 至 {1} °C，该区间无热量传递。");
    public static readonly Message HotEnd = new(
        "Threshold problem: no hot utility is needed. By convention the pinch is the hot end, {0} °C shifted.",
        "阈值问题：无需热公用工程。按惯例夹点取热端，移动温度 {0} °C。");
    public static readonly Message ColdEnd = new(
        "Threshold problem: no cold utility is needed. By convention the pinch is the cold end, {0} °C shifted.",
        "阈值问题：无需冷公用工程。按惯例夹点取冷端，移动温度 {0} °C。");
    public static readonly Message NoPinch = new("No pinch: no utility is needed.", "无夹点：不需要公用工程。");

    public static readonly Message Level = new("Level", "等级");
    public static readonly Message Celsius = new("°C", "°C");
    public static readonly Message Gives = new("Gives heat,\nkW", "供热\n（kW）");
    public static readonly Message Takes = new("Takes heat,\nkW", "取热\n（kW）");
    public static readonly Message Remark = new("Remark", "备注");
    public static readonly Message AssumedHot = new("Hot utility (assumed)", "热公用工程（假定）");
    public static readonly Message AssumedCold = new("Cold utility (assumed)", "冷公用工程（假定）");
    public static readonly Message Assumed = new("none is given", "未给出");
    public static readonly Message ShortHot = new("missing: no level given is hot enough", "缺口：所给等级温度或能力不足");
    public static readonly Message ShortCold = new("missing: no level given is cold enough", "缺口：所给等级温度或能力不足");
    public static readonly Message Generated = new("generated", "产生");
    public static readonly Message ByPrice = new("Cheapest level first; of equal price the coldest that heats and the hottest that cools.", "按价格由低到高；同价时供热取温度最低者，取热取温度最高者。");
    public static readonly Message ByTemperature = new(
        "Prices are missing: the coldest level that heats and the hottest that cools come first.",
        "缺少价格：供热先用温度最低的等级，取热先用温度最高的等级。");

    public static readonly Message Way = new("Way", "方式");
    public static readonly Message Separate = new("Each plant for itself", "各企业单独");
    public static readonly Message Through = new("Through the utility levels", "经公用工程等级");
    public static readonly Message Integrated = new("All streams together", "全部流股直接换热");
    public static readonly Message Labelled = new("{0}: {1}", "{0}：{1}");
    public static readonly Message MayStayWarm = new(
        "Of the plants' cold utility, {0} kW belong to streams that need not be cooled.",
        "各企业冷公用工程中有 {0} kW 属于不必冷却的流股。");
    public static readonly Message Used = new("Used,\nkW", "使用\n（kW）");
    public static readonly Message GeneratedColumn = new("Generated,\nkW", "产生\n（kW）");
    public static readonly Message Cooled = new("Cooling,\nkW", "冷却\n（kW）");
    public static readonly Message NetUse = new("Net use,\nkW", "净使用\n（kW）");
    public static readonly Message LetDown = new("Let down\nto it, kW", "降级得到\n（kW）");
    public static readonly Message Bought = new("Bought,\nkW", "外购\n（kW）");
    public static readonly Message Surplus = new("Left over,\nkW", "剩余\n（kW）");
    public static readonly Message LevelsNote = new(
        "Gross use and generation by level; net use is their difference. 'Bought' and 'left over' are after surplus of hotter shared levels has been let down.",
        "使用与产生为各等级毛值，净使用为二者之差；外购与剩余为较热共享等级的余热降级之后的数值。");
    public static readonly Message SitePinch = new(
        "Site pinch at the level of {0} °C: heat is bought down to it and left over below it.",
        "全园夹点在 {0} °C 等级：其上需外购热量，其下有余热。");

    public static readonly Message FromTo = new("From -> to", "高等级 -> 低等级");
    public static readonly Message Passing = new("Heat passing,\nkW", "通过热量\n（kW）");
    public static readonly Message IdealPower = new("Ideal power,\nkW", "理想功率\n（kW）");
    public static readonly Message RealPower = new("At {0} of it,\nkW", "按 {0} 计\n（kW）");
    public static readonly Message CogenerationNote = new(
        "If all that is bought is raised at the hottest shared level; the heat raised grows by the power made.",
        "假设外购热量全部在最热的共享等级产生；所产热量随发电量相应增加。");

    public static readonly Message Change = new("Change, K", "变化（K）");
    public static readonly Message HotSeparate = new("Separate: hot\nutility, kW", "单独：热公用\n工程（kW）");
    public static readonly Message HotIntegrated = new("Together: hot\nutility, kW", "整合：热公用\n工程（kW）");

    public static readonly Message Sources = new("Given by hot streams", "热流给出");
    public static readonly Message Sinks = new("Taken by cold streams", "冷流接受");
    public static readonly Message ExergyHotUtility = new("Given by hot utility", "热公用工程给出");
    public static readonly Message ExergyColdUtility = new("Taken by cold utility", "冷公用工程带走");
    public static readonly Message DestroyedRecovery = new("Destroyed between streams", "流股之间的㶲损");
    public static readonly Message DestroyedUtilities = new("Destroyed between utilities and streams", "公用工程与流股之间的㶲损");

    public static readonly Message HotEnergy = new("Hot utility{0}\nstep by step", "热公用工程{0}\n（逐时段）");
    public static readonly Message ColdEnergy = new("Cold utility{0}\nstep by step", "冷公用工程{0}\n（逐时段）");
    public static readonly Message EvenedOut = new("Hot utility{0},\nduties evened out", "热公用工程{0}\n（负荷均化）");
    public static readonly Message StorageAtMost = new("Storage saves\nat most{0}", "储热最多\n节省{0}");
    public static readonly Message HotRange = new("Hot utility,\nkW, least-most", "热公用工程\n（kW，最小–最大）");
    public static readonly Message StepColumn = new("Step", "时段");
    public static readonly Message Hours = new("Hours", "小时");
    public static readonly Message MoreSteps = new("{0} more steps with --json.", "另有 {0} 个时段，用 --json 查看。");
}
