namespace Symbiosis.Cli.Wording;

/// <summary>All that is printed about plans, progress and catalogue entries.</summary>
internal static class Messages
{
    public static readonly Message Cny = new("CNY", "元");
    public static readonly Message LargeCny = new("million CNY", "万元");

    public static readonly Message ParkLine = new(
        "{0}: {1} plants, {2} heat streams, {3} by-product outlets, {4} carriers, {5} corridors",
        "{0}：企业 {1} 家，热流股 {2} 股，副产物出口 {3} 个，载体 {4} 种，管廊 {5} 段");
    public static readonly Message ScenarioLine = new("Scenario: {0}", "情景：{0}");
    public static readonly Message TimeLine = new("Time: {0} steps standing for {1} h", "时间：{0} 个时段，代表 {1} h");

    public static readonly Message OptimalWithin = new(
        "Optimal within the gap asked for ({0} of today's gross cost).",
        "在所要求的差距（现状总支出的 {0}）之内最优。");
    public static readonly Message NotProvenOptimal = new(
        "Not proven optimal: the search ended before it could rule out better plans (gap {0}, asked for {1}).",
        "尚未证明最优：搜索在排除更好方案之前结束（差距 {0}，要求 {1}）。");
    public static readonly Message NothingProven = new(
        "Not proven optimal: the search ended before anything was proven about other plans.",
        "尚未证明最优：搜索结束时尚未得到任何界限。");
    public static readonly Message Infeasible = new(
        "No plan can exist for this park: what it lacks stands below.",
        "该园区不存在任何可行方案，缺口见下。");
    public static readonly Message NoPlan = new(
        "The search ended before any plan was found. Give it more time with --time-limit, or a coarser year with --typical-days.",
        "搜索结束时尚未找到任何方案。请用 --time-limit 延长时间，或用 --typical-days 减少典型日。");

    public static readonly Message Saves = new(
        "Saves {0}{1} ({2} of today's gross cost), avoids {3} t CO2e{1}.",
        "节省 {0}{1}（占现状总支出的 {2}），减排 {3} t CO2e{1}。");
    public static readonly Message SavesNothing = new(
        "Saves nothing: no new coupling pays under these prices. CO2e avoided: {0} t{1}.",
        "没有节省：在这些价格下，任何新耦合都不合算。减排 {0} t CO2e{1}。");
    public static readonly Message CostsMore = new(
        "Costs {0}{1} more than today ({2} of today's gross cost), avoids {3} t CO2e{1}: policy or rules of the scenario demand it.",
        "比现状多支出 {0}{1}（占现状总支出的 {2}），减排 {3} t CO2e{1}：为政策或情景规则所要求。");
    public static readonly Message BaselineCannotRun = new(
        "The park cannot run today as it stands, so there is no saving to show. The plan costs {0}{1}.",
        "园区按现状无法运行，因此没有可比的节省。方案成本为 {0}{1}。");
    public static readonly Message StillOpen = new(
        "At most {0}{1} could still be gained by any other plan (gap {2}).",
        "其他任何方案最多还能再省 {0}{1}（差距 {2}）。");
    public static readonly Message OpenShare = new("That is {0} of the saving that is possible at most.", "即可能的最大节省的 {0}。");
    public static readonly Message CostLine = new("Cost {0}{2}, today {1}{2}.", "成本 {0}{2}，现状 {1}{2}。");
    public static readonly Message InvestmentLine = new("Investment {0}.", "投资 {0}。");
    public static readonly Message InvestmentPaysBack = new("Investment {0}, paid back in {1} years.", "投资 {0}，静态回收期 {1} 年。");

    public static readonly Message CouplingsTitle = new("Couplings", "耦合");
    public static readonly Message NoCouplings = new("Couplings: none.", "耦合：无。");
    public static readonly Message PipesTitle = new("Pipes and cables", "管道与电缆");
    public static readonly Message EquipmentTitle = new("Equipment", "设备");
    public static readonly Message CostsTitle = new("Costs", "成本");
    public static readonly Message EmissionsTitle = new("Emissions", "排放");
    public static readonly Message PlantsTitle = new("Plants (shared pipes not included)", "各企业（不含共用管道）");
    public static readonly Message AuditTitle = new("Audit", "核算");
    public static readonly Message ProofTitle = new("Proof", "证明");
    public static readonly Message UncoupledTitle = new("Not coupled", "未耦合");
    public static readonly Message ShortfallsTitle = new("What is missing", "缺口");
    public static readonly Message ViolationsTitle = new("What is wrong", "问题清单");

    public static readonly Message What = new("What", "内容");
    public static readonly Message FromTo = new("From -> to", "供方 -> 受方");
    public static readonly Message Route = new("Route", "路线");
    public static readonly Message Via = new("via {0}", "经 {0}");
    public static readonly Message Length = new("Length", "长度");
    public static readonly Message Size = new("Size", "规格");
    public static readonly Message NewSize = new("New", "新增");
    public static readonly Message ExistingSize = new("Today", "现有");
    public static readonly Message Peak = new("Peak", "峰值");
    public static readonly Message Amount = new("Amount{0}", "数量{0}");
    public static readonly Message CostIn = new("Cost,\n{0}{1}", "成本\n（{0}{1}）");
    public static readonly Message SavingIn = new("Saving,\n{0}{1}", "节省\n（{0}{1}）");
    public static readonly Message AvoidedIn = new("CO2e avoided,\nt{0}", "减排\n（t CO2e{0}）");
    public static readonly Message Corridor = new("Corridor", "管廊");
    public static readonly Message Carrier = new("Carrier", "载体");
    public static readonly Message Capacity = new("Capacity", "能力");
    public static readonly Message Loss = new("Loss{0}", "损失{0}");
    public static readonly Message InvestmentIn = new("Investment,\n{0}", "投资\n（{0}）");
    public static readonly Message Plant = new("Plant", "企业");
    public static readonly Message Element = new("Element", "设备");
    public static readonly Message Category = new("Category", "类别");
    public static readonly Message PlanIn = new("Plan,\n{0}{1}", "方案\n（{0}{1}）");
    public static readonly Message TodayIn = new("Today,\n{0}{1}", "现状\n（{0}{1}）");
    public static readonly Message DifferenceIn = new("Difference", "差值");
    public static readonly Message Total = new("Total", "合计");
    public static readonly Message Scope1 = new("Scope 1: fuels and processes", "范围一：燃料与工艺");
    public static readonly Message Scope2 = new("Scope 2: bought power", "范围二：外购电力");
    public static readonly Message Scope3 = new("Inputs, disposal, transport", "外购原料、处置与运输");
    public static readonly Message TonnesUnit = new("t CO2e", "t CO2e");
    public static readonly Message Existing = new("{0} (stands today)", "{0}（现有）");
    public static readonly Message SavingIsIndication = new(
        "Savings of single couplings are an indication at today's average unit costs; they do not add up to the total.",
        "单项耦合的节省按现状平均单价估算，仅供参考，其和不等于总节省。");

    public static readonly Message Generates = new("station raising {0}", "{0} 产热站");
    public static readonly Message Uses = new("station using {0}", "{0} 用热站");
    public static readonly Message Recovery = new("exchangers between own streams", "厂内换热");

    public static readonly Message AuditClean = new(
        "Every balance was recomputed from the park alone: {0} balances in {1} checks ({2}), none off by more than {3} of its tolerance.",
        "已仅凭园区数据重新核算全部平衡：{1} 类共 {0} 项（{2}），最大偏差为容差的 {3}。");
    public static readonly Message AuditFailed = new(
        "{0} of {1} checks failed. Do not use this plan; report it with the park file.",
        "{1} 类核算中有 {0} 类未通过。请勿使用该方案，并连同园区文件一并报告。");
    public static readonly Message AuditDeviation = new("{0}: largest deviation {1}, tolerance {2}", "{0}：最大偏差 {1}，容差 {2}");

    public static readonly Message ProofBound = new("No plan can cost less than {0}{1}.", "任何方案的成本都不会低于 {0}{1}。");
    public static readonly Message ProofEngine = new(
        "Found by {0} in {1} ({2} of it building models and reading answers); {3} rows, {4} columns ({5} of them whole numbers), {6} coefficients.",
        "求解器 {0}，用时 {1}（其中建模与读取结果 {2}）；约束 {3} 条，变量 {4} 个（其中整数 {5} 个），系数 {6} 个。");

    public static readonly Message Reason = new("Reason", "原因");
    public static readonly Message Fact = new("Fact", "依据");
    public static readonly Message UncoupledCounts = new("{0} possible pairs were not coupled: {1}.", "可能但未耦合的组合共 {0} 个：{1}。");
    public static readonly Message UncoupledMore = new("{0} more with --all.", "另有 {0} 个，用 --all 查看。");
    public static readonly Message Missing = new("Missing", "缺少");
    public static readonly Message Field = new("Field", "字段");
    public static readonly Message Step = new("Time step", "时段");
    public static readonly Message Code = new("Code", "代码");
    public static readonly Message Sentence = new("What to mend", "说明");
    public static readonly Message Value = new("Value", "取值");
    public static readonly Message ErrorAndWarningCount = new("Errors: {0}, warnings: {1}.", "错误 {0} 个，警告 {1} 个。");
    public static readonly Message AtMostShown = new("Only the first {0} are listed; mend these and try again.", "仅列出前 {0} 个，请修正后重试。");
    public static readonly Message Valid = new("{0} is valid.", "{0} 有效。");
    public static readonly Message NotValid = new("{0} cannot be used.", "{0} 不能使用。");

    public static readonly Message ProgressBest = new("best {0}", "当前最好 {0}");
    public static readonly Message ProgressNoPlanYet = new("no plan yet", "尚无方案");
    public static readonly Message ProgressBound = new("bound {0}", "下界 {0}");
    public static readonly Message ProgressGap = new("gap {0}", "差距 {0}");
    public static readonly Message Stopping = new(
        "Stopping; the best plan so far follows. Press Ctrl-C again to quit at once.",
        "正在停止，随后给出目前最好的方案。再按一次 Ctrl-C 立即退出。");
    public static readonly Message Wrote = new("Plan written to {0}", "方案已写入 {0}");
    public static readonly Message WroteModel = new("Model written to {0}", "模型已写入 {0}");

    public static readonly Message Id = new("Id", "标识");
    public static readonly Message Name = new("Name", "名称");
    public static readonly Message Group = new("Group", "分组");
    public static readonly Message FigureCount = new("Figures", "数据数");
    public static readonly Message Figure = new("Figure", "数据");
    public static readonly Message Unit = new("Unit", "单位");
    public static readonly Message Low = new("Low", "低");
    public static readonly Message Typical = new("Typical", "典型");
    public static readonly Message High = new("High", "高");
    public static readonly Message QualityColumn = new("Quality", "可信度");
    public static readonly Message SourcesColumn = new("Sources", "来源");
    public static readonly Message Note = new("Note", "备注");
    public static readonly Message KindTitle = new("{0} ({1})", "{0}（{1}）");
}
