namespace Symbiosis.Cli.Wording;

/// <summary>Help texts and sentences about wrong input and faults.</summary>
internal static class CommandMessages
{
    public static readonly Message Root = new(
        "Finds the couplings of heat, by-products and power that pay in an industrial park.",
        "为工业园区寻找合算的热、副产物与电力耦合方案。");
    public static readonly Message Validate = new("Checks a park file and lists all that is wrong with it.", "检查园区文件并列出全部问题。");
    public static readonly Message Optimize = new("Finds the best plan for a park.", "为园区寻找最优方案。");
    public static readonly Message Catalogue = new(
        "Figures on processes, materials, technologies, tariffs, factors and limits.",
        "工艺、物料、技术、电价、因子与限值数据。");
    public static readonly Message CatalogueList = new("Lists the entries of a kind, or of all kinds.", "列出某一类或全部条目。");
    public static readonly Message CatalogueShow = new("Shows an entry with its figures and sources.", "显示一个条目的数据与来源。");
    public static readonly Message KindArgument = new("Kind of entry, for example process; absent: all.", "条目类别，例如 process;不填则为全部。");
    public static readonly Message IdArgument = new("Id of the entry, as 'catalogue list' shows it.", "条目标识，见 catalogue list。");
    public static readonly Message ParkArgument = new("A park's JSON file, or the folder in which its park.json lies.", "园区 JSON 文件，或 park.json 所在文件夹。");
    public static readonly Message ScenarioOption = new("A scenario's JSON file.", "情景 JSON 文件。");
    public static readonly Message GapOption = new("Gap that suffices, as a share of today's gross cost: 0.01 or 1%.", "足够的差距，占现状总支出的比例:0.01 或 1%。");
    public static readonly Message TimeLimitOption = new("Time after which the best plan so far is taken, s.", "时间上限（秒），到时取目前最好的方案。");
    public static readonly Message EngineOption = new("Solver engine: {0}.", "求解器：{0}。");
    public static readonly Message JsonOption = new("Only JSON on the standard output.", "标准输出只给出 JSON。");
    public static readonly Message OutOption = new("File to write the plan's JSON to.", "写入方案 JSON 的文件。");
    public static readonly Message ExportMpsOption = new("File to write the linear model to (free MPS).", "写入线性模型的文件（自由格式 MPS）。");
    public static readonly Message TypicalDaysOption = new("Number of typical days, in place of the park's and the scenario's.", "典型日个数，取代园区与情景中的设定。");
    public static readonly Message AllOption = new("All pairs that were not coupled, not only the first ten.", "列出全部未耦合的组合，而不只是前十个。");
    public static readonly Message QuietOption = new("No progress and no warnings.", "不显示进度与警告。");
    public static readonly Message LanguageOption = new("Language: en or zh.", "语言：en 或 zh。");

    public static readonly Message CommandLine = new("The command line cannot be understood: {0}", "无法理解命令行：{0}");
    public static readonly Message SeeHelp = new("For help: {0}--help", "帮助：{0}--help");
    public static readonly Message LanguageUnknown = new("Unknown language '{0}'. Known: en, zh.", "未知语言“{0}”。可用：en、zh。");
    public static readonly Message EngineUnknown = new("Unknown engine '{0}'. Known: {1}.", "未知求解器“{0}”。可用：{1}。");
    public static readonly Message GapWrong = new(
        "--gap is '{0}'; it must be a number from 0 to 1, or a percentage such as 1%.",
        "--gap 为“{0}”；应为 0 到 1 之间的数，或百分数（如 1%）。");
    public static readonly Message TimeLimitWrong = new(
        "--time-limit is '{0}'; it must be a number of seconds above 0, at most 10,000,000.",
        "--time-limit 为“{0}”；应为大于 0 且不超过 10,000,000 的秒数。");
    public static readonly Message TypicalDaysWrong = new(
        "--typical-days is '{0}'; it must be a whole number from 1 to 366.",
        "--typical-days 为“{0}”；应为 1 到 366 的整数。");
    public static readonly Message TypicalDaysWithPeriods = new(
        "--typical-days does not go with {0}: its time steps are given one by one.",
        "--typical-days 不适用于 {0}：该园区的时段是逐个给定的。");

    public static readonly Message FileMissing = new("There is no file '{0}'.", "文件“{0}”不存在。");
    public static readonly Message FileIsFolder = new("'{0}' is a folder; name a file in it.", "“{0}”是文件夹，请指定其中的文件。");
    public static readonly Message FolderWithoutPark = new("The folder '{0}' has no park.json; name the park's file.", "文件夹“{0}”中没有 park.json,请指定园区文件。");
    public static readonly Message FileUnreadable = new("The file '{0}' cannot be read: {1}", "无法读取文件“{0}”：{1}");
    public static readonly Message CannotWrite = new("'{0}' cannot be written: {1}", "无法写入“{0}”：{1}");
    public static readonly Message FolderMissing = new(
        "'{0}' cannot be written: there is no folder '{1}'. Create it first.",
        "无法写入“{0}”：文件夹“{1}”不存在。请先创建。");
    public static readonly Message SameFile = new("{0} and {1} name the same file.", "{0} 与 {1} 指定了同一个文件。");

    public static readonly Message CatalogueMissing = new(
        "No catalogue was found: neither data/catalogue in this folder or one above it, nor beside the program ({0}). Build the program again.",
        "找不到数据目录：当前文件夹及其上级没有 data/catalogue,程序旁（{0}）也没有。请重新构建程序。");
    public static readonly Message CatalogueBroken = new(
        "The catalogue's file '{0}' has {1} faults, the first at {2}: {3}",
        "数据文件“{0}”有 {1} 处错误，第一处在 {2}：{3}");
    public static readonly Message KindUnknown = new("The catalogue has no kind '{0}'. Known: {1}.", "没有类别“{0}”。可用：{1}。");
    public static readonly Message EntryUnknown = new("The catalogue has no entry '{0}'.", "没有条目“{0}”。");
    public static readonly Message DidYouMean = new("The catalogue has no entry '{0}'. Did you mean {1}?", "没有条目“{0}”。是否指 {1}？");

    public static readonly Message Fault = new("Fault: {0}", "故障：{0}");
    public static readonly Message UnexpectedFault = new(
        "Unexpected fault ({0}): {1} Run again with SYMBIOSIS_STACK_TRACE=1 and report what it shows.",
        "意外故障（{0}）：{1} 请设置 SYMBIOSIS_STACK_TRACE=1 重新运行，并报告其输出。");
}
