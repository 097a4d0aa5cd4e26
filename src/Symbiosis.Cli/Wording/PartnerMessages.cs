using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Wording;

/// <summary>All that <c>partners</c> says.</summary>
internal static class PartnerMessages
{
    public static readonly Message Partners = new("Says who could take an offer or serve a need, and whether it is worth a talk.", "查找可接收余热、副产物、电力或满足需求的企业，并说明是否值得洽谈。");
    public static readonly Message ParksArgument = new("Parks: JSON files, or folders in which a park.json lies.", "园区：JSON 文件，或 park.json 所在文件夹，可多个。");
    public static readonly Message ParkNameOption = new("Park that the server keeps; may be given several times.", "服务器保存的园区，可多次给出。");
    public static readonly Message PlantOption = new("Ask for a plant of the park (PARK/PLANT with several parks).", "以园区内某企业的名义查询（多个园区时写 园区/企业）。");
    public static readonly Message ElementOption = new("One element of that plant: stream, outlet, inlet, converter/port, ...", "该企业的一个要素：流股、出口、入口、转换设备/端口等。");
    public static readonly Message OfferOption = new("It is offered: receivers are looked for.", "供给：查找接收方。");
    public static readonly Message NeedOption = new("It is needed: donors are looked for.", "需求：查找供方。");
    public static readonly Message HeatKwOption = new("Heat flow while it runs, kW.", "运行时的热流量，kW。");
    public static readonly Message CelsiusOption = new("Temperature at which it is available, or up to which it is needed, deg C.", "可供温度，或所需最高温度，deg C。");
    public static readonly Message ReturnCelsiusOption = new("Temperature to which it can be cooled, or from which it is warmed, deg C; absent: a typical one.", "可冷却到的温度，或加热起始温度，deg C；不填取典型值。");
    public static readonly Message HoursOption = new("Hours in a year; absent: a typical number.", "年运行小时数；不填取典型值。");
    public static readonly Message MaterialOption = new("Material, as the park calls it.", "物料标识，与园区一致。");
    public static readonly Message TonnesOption = new("Its flow while it runs, t/h.", "运行时的物料流量，t/h。");
    public static readonly Message ContentsOption = new("Its composition where it differs from the park's, shares by mass.", "与园区不同时的成分，质量分数。");
    public static readonly Message PowerOption = new("Electric power while it runs, kW.", "运行时的电功率，kW。");
    public static readonly Message PriceOption = new(
        "What it costs today: heat or power CNY/kWh; material CNY/t, bought (need) or disposed of (offer).",
        "目前的价格：热或电为 元/kWh；物料为 元/t，需求时为购价，供给时为处置费。");
    public static readonly Message AtOption = new("Where it stands: a node of the park, or coordinates as the park has them (PARK/... with several parks).", "位置：园区节点，或与园区同类的坐标（多个园区时写 园区/……）。");
    public static readonly Message LimitOption = new("Most partners shown, 1 to 100.", "最多列出的伙伴数，1 至 100。");
    public static readonly Message RuledOutOption = new("Most ruled-out plants shown, 0 to 500.", "最多列出的被排除企业数，0 至 500。");
    public static readonly Message OwnerOption = new("Show what this owner would see; absent: everything.", "按该业主可见的范围显示；不填则显示全部。");

    public static readonly Message NoPark = new("Name a park: its JSON file or folder, or with --server a --park-name.", "请指定园区：JSON 文件或文件夹，或配合 --server 使用 --park-name。");
    public static readonly Message ParkNameWithoutServer = new("--park-name needs --server: only a server keeps parks under names.", "--park-name 需要 --server：只有服务器按名称保存园区。");
    public static readonly Message ParkTwice = new("Two of the parks have the id '{0}'.", "有两个园区的标识都是“{0}”。");
    public static readonly Message NothingAsked = new(
        "Say what is looked for: --plant P, or four numbers, for example: partners PARK --offer --heat-kw 400 --celsius 180 --hours 8000 --at NODE",
        "请说明要查什么：--plant P，或四个数，例如：partners PARK --offer --heat-kw 400 --celsius 180 --hours 8000 --at NODE");
    public static readonly Message TooMuchAsked = new(
        "Ask about one thing: a plant (--plant), heat (--heat-kw), a material (--material) or power (--power-kw).",
        "一次只查一项：企业（--plant）、热（--heat-kw）、物料（--material）或电（--power-kw）。");
    public static readonly Message BothSides = new("--offer and --need exclude each other.", "--offer 与 --need 不能同时给出。");
    public static readonly Message ElementWithoutPlant = new("--element needs --plant.", "--element 需要 --plant。");
    public static readonly Message FiguresMissing = new("Missing: {0}. For example: {1}", "缺少：{0}。例如：{1}");
    public static readonly Message NumberWrong = new("{0} is '{1}'; it must be a number, with a point for decimals.", "{0} 为“{1}”；应为数字，小数用点。");
    public static readonly Message CountWrong = new("{0} is '{1}'; it must be a whole number.", "{0} 为“{1}”；应为整数。");
    public static readonly Message ContentsWrong = new("--contents has '{0}'; write shares as Cu=0.01,As=0.002.", "--contents 中有“{0}”；请写成 Cu=0.01,As=0.002。");
    public static readonly Message PlaceWrong = new("--at is '{0}'; give a node, X,Y in metres or LAT,LON in degrees.", "--at 为“{0}”；请给出节点、X,Y（米）或 LAT,LON（度）。");

    public static readonly Message QuestionRefused = new("The question cannot be answered as it stands.", "问题有误，无法回答。");
    public static readonly Message Headline = new("{0}, {1}. Partners: {2}, ruled out: {3}.", "{0}，{1}。伙伴 {2} 家，排除 {3} 家。");
    public static readonly Message HeatAsked = new("{0} kW of heat at {1} deg C", "{1} deg C 的热 {0} kW");
    public static readonly Message MaterialAsked = new("{0} t/h of {1}", "{1} {0} t/h（物料）");
    public static readonly Message PowerAsked = new("{0} kW of power", "电力 {0} kW");
    public static readonly Message Offered = new("offered", "供给");
    public static readonly Message Needed = new("needed", "需求");
    public static readonly Message NobodyPays = new("No plant with figures to see would pay as a partner.", "在可见数据的企业中，没有合算的伙伴。");
    public static readonly Message PartnersTitle = new("Partners", "伙伴");
    public static readonly Message Rank = new("No.", "序");
    public static readonly Message Plant = new("Plant", "企业");
    public static readonly Message Way = new("Pipe, transport", "管径/运输");
    public static readonly Message MoneyUnit = new("Money in {0}.", "金额单位：{0}。");
    public static readonly Message Investment = new("Invest", "投资");
    public static readonly Message SavingA = new("Saving/a", "节省/年");
    public static readonly Message GainA = new("Gain/a", "净收益/年");
    public static readonly Message AvoidedA = new("CO2e/a", "减排/年");
    public static readonly Message PaybackYears = new("Payback, a", "回收期，年");
    public static readonly Message LimitedBy = new("Limited by", "受限于");
    public static readonly Message RangesOnly = new("~: this plant shows ranges only; the figures are the middle of them.", "~：该企业只公开范围，数值为范围中值。");
    public static readonly Message StraightLine = new("~ before a length: a straight line times a detour factor, for want of corridors.", "长度前的 ~：无管廊数据，按直线距离乘绕行系数。");
    public static readonly Message MorePartners = new("{0} more with a higher --limit.", "另有 {0} 家，增大 --limit 可见。");
    public static readonly Message ContactsTitle = new("Can be contacted (they show no figures)", "可联系（不公开数据）");
    public static readonly Message NotesTitle = new("Details", "说明");
    public static readonly Message RangeLine = new(
        "{0}. {1}: gain a year {2}, net present value {3} {4} (low / typical / high); data: {5}.",
        "{0}. {1}：年净收益 {2}，净现值 {3} {4}（低 / 典型 / 高）；数据：{5}。");
    public static readonly Message OwnElement = new("From or to {0}.", "本方要素：{0}。");
    public static readonly Message Delivered = new("Delivered at {0} deg C.", "送达温度 {0} deg C。");
    public static readonly Message FilledTitle = new("Filled in, since the question did not say", "问题未给出而补充的数值");
    public static readonly Message RuledOutTitle = new("Ruled out", "排除");
    public static readonly Message MoreRuledOut = new("{0} more with a higher --ruled-out.", "另有 {0} 家，增大 --ruled-out 可见。");
    public static readonly Message PaysFrom = new("It pays from {0} {1}.", "达到 {0} {1} 时合算。");
    public static readonly Message PaysFromToday = new("It pays from {0} {2}; today: {1} {2}.", "达到 {0} {2} 时合算，目前 {1} {2}。");

    /// <summary>What flows.</summary>
    public static readonly IReadOnlyDictionary<CouplingKind, Message> Kinds = new Dictionary<CouplingKind, Message>
    {
        [CouplingKind.Heat] = new("heat", "热"),
        [CouplingKind.Material] = new("material", "物料"),
        [CouplingKind.Power] = new("power", "电力"),
        [CouplingKind.Gas] = new("gas", "燃气"),
    };

    /// <summary>What keeps a match from being larger.</summary>
    public static readonly IReadOnlyDictionary<MatchLimit, Message> Limits = new Dictionary<MatchLimit, Message>
    {
        [MatchLimit.Unspecified] = new("not said", "未说明"),
        [MatchLimit.Offer] = new("the offer", "供给量"),
        [MatchLimit.Need] = new("the need", "需求量"),
        [MatchLimit.Temperature] = new("temperature", "温度"),
        [MatchLimit.Timing] = new("timing", "时间错位"),
        [MatchLimit.PipeCapacity] = new("pipe capacity", "管道能力"),
        [MatchLimit.Quality] = new("quality", "品质"),
        [MatchLimit.Acceptance] = new("largest share", "最大掺入比例"),
        [MatchLimit.LinkCapacity] = new("transport capacity", "运输能力"),
    };

    /// <summary>Why a plant is ruled out.</summary>
    public static readonly IReadOnlyDictionary<PartnerReason, Message> Reasons = new Dictionary<PartnerReason, Message>
    {
        [PartnerReason.Unspecified] = new("not said", "未说明"),
        [PartnerReason.Temperature] = new("temperature", "温度不匹配"),
        [PartnerReason.Distance] = new("distance", "距离过远"),
        [PartnerReason.NoRoute] = new("no route", "无路线"),
        [PartnerReason.Quality] = new("quality", "品质不符"),
        [PartnerReason.Hazard] = new("hazard", "危险类别"),
        [PartnerReason.Timing] = new("timing", "时间错位"),
        [PartnerReason.Economics] = new("does not pay", "不经济"),
        [PartnerReason.NotAccepted] = new("not accepted", "不接收"),
    };
}
