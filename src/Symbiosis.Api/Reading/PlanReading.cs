using System.Globalization;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of plan.proto to a plan: the way back of <see cref="Writing.PlanWriter"/>, for clients of a server.</summary>
public static class PlanReading
{
    /// <summary>The plan. Sums that are no decimals become 0: a plan comes from a server and is not checked again.</summary>
    public static Plan Read(V1.Plan message) => new()
    {
        ParkId = message.ParkId,
        ScenarioId = IdText(message.ScenarioId),
        Outcome = (Outcome)message.Outcome,
        Summary = message.Summary is null ? null : Read(message.Summary),
        Couplings = [.. message.Couplings.Select(Read)],
        Links = [.. message.Links.Select(Read)],
        Equipment = [.. message.Equipment.Select(Read)],
        Costs = [.. message.Costs.Select(Read)],
        BaselineCosts = [.. message.BaselineCosts.Select(Read)],
        Emissions = [.. message.Emissions.Select(Read)],
        Plants = [.. message.Plants.Select(Read)],
        Periods = [.. message.Periods.Select(Read)],
        Operation = [.. message.Operation.Select(Read)],
        Uncoupled = [.. message.Uncoupled.Select(Read)],
        Audit = message.Audit is null ? null : Read(message.Audit),
        Proof = message.Proof is null ? null : Read(message.Proof),
        Shortfalls = [.. message.Shortfalls.Select(Read)],
    };

    /// <summary>A coupling.</summary>
    public static Coupling Read(V1.Coupling message) => new()
    {
        Id = message.Id,
        Kind = (CouplingKind)message.Kind,
        FromPlantId = message.FromPlantId,
        ToPlantId = message.ToPlantId,
        CarrierId = IdText(message.CarrierId),
        MaterialId = IdText(message.MaterialId),
        OutletId = IdText(message.OutletId),
        InletId = IdText(message.InletId),
        TransportModeId = IdText(message.TransportModeId),
        RouteNodeIds = [.. message.RouteNodeIds],
        RouteCorridorIds = [.. message.RouteCorridorIds],
        LengthM = message.LengthM,
        PeakKw = message.PeakKw,
        Amount = message.Amount,
        CostCny = Money(message.CostCny),
        SavingCny = Money(message.SavingCny),
        AvoidedT = message.AvoidedT,
        Existing = message.Existing,
    };

    private static Summary Read(V1.Summary message) => new()
    {
        CostCny = Money(message.CostCny),
        BaselineCostCny = MoneyOrNull(message.BaselineCostCny),
        SavingCny = MoneyOrNull(message.SavingCny),
        InvestmentCny = Money(message.InvestmentCny),
        SimplePaybackYears = message.HasSimplePaybackYears ? message.SimplePaybackYears : null,
        Scope1T = message.Scope1T,
        Scope2T = message.Scope2T,
        InputsT = message.InputsT,
        BaselineScope1T = message.BaselineScope1T,
        BaselineScope2T = message.BaselineScope2T,
        BaselineInputsT = message.BaselineInputsT,
        AvoidedT = message.AvoidedT,
        BaselineGrossCostCny = Money(message.BaselineGrossCostCny),
        HorizonHours = message.HorizonHours,
    };

    private static LaidLink Read(V1.LaidLink message) => new()
    {
        CorridorId = message.CorridorId,
        CarrierId = message.CarrierId,
        SizeId = message.SizeId,
        CapacityKw = message.CapacityKw,
        LengthM = message.LengthM,
        Existing = message.Existing,
        PeakKw = message.PeakKw,
        LossKwh = message.LossKwh,
        InvestmentCny = Money(message.InvestmentCny),
    };

    private static EquipmentSize Read(V1.EquipmentSize message) => new()
    {
        PlantId = IdText(message.PlantId),
        FieldPath = message.FieldPath,
        ElementId = message.ElementId,
        ExistingSize = message.ExistingSize,
        NewSize = message.NewSize,
        Unit = message.Unit,
        InvestmentCny = Money(message.InvestmentCny),
    };

    private static CostItem Read(V1.CostItem message) => new()
    {
        FieldPath = message.FieldPath,
        Category = message.Category,
        PlantId = IdText(message.PlantId),
        Cny = Money(message.Cny),
    };

    private static EmissionItem Read(V1.EmissionItem message) => new()
    {
        FieldPath = message.FieldPath,
        Scope = message.Scope,
        PlantId = IdText(message.PlantId),
        PlanT = message.PlanT,
        BaselineT = message.BaselineT,
    };

    private static PlantResult Read(V1.PlantResult message) => new()
    {
        PlantId = IdText(message.PlantId),
        CostCny = Money(message.CostCny),
        BaselineCostCny = Money(message.BaselineCostCny),
        EmissionsT = message.EmissionsT,
        BaselineEmissionsT = message.BaselineEmissionsT,
    };

    private static PlanPeriod Read(V1.PlanPeriod message) => new()
    {
        DurationHours = message.DurationHours,
        Weight = message.Weight,
        Month = message.Month,
        StartHour = message.StartHour,
        DayId = message.DayId,
    };

    private static OperationSeries Read(V1.OperationSeries message) => new()
    {
        PlantId = IdText(message.PlantId),
        Quantity = message.Quantity,
        Unit = message.Unit,
        Values = [.. message.Values],
    };

    private static UncoupledPair Read(V1.UncoupledPair message) => new()
    {
        FromPlantId = message.FromPlantId,
        ToPlantId = message.ToPlantId,
        FlowId = message.FlowId,
        Reason = message.Reason,
        Fact = message.Fact,
    };

    private static Audit Read(V1.Audit message) => new()
    {
        Clean = message.Clean,
        Checks = [.. message.Checks.Select(check => new AuditCheck
        {
            Name = check.Name,
            Count = check.Count,
            MaxDeviation = check.MaxDeviation,
            Tolerance = check.Tolerance,
            Failures = [.. check.Failures],
        })],
    };

    private static Proof Read(V1.Proof message) => new()
    {
        DualBoundCny = message.HasDualBoundCny ? message.DualBoundCny : null,
        Gap = message.HasGap ? message.Gap : null,
        OpenSavingShare = message.HasOpenSavingShare ? message.OpenSavingShare : null,
        OpenCny = message.HasOpenCny ? message.OpenCny : null,
        EngineGap = message.HasEngineGap ? message.EngineGap : null,
        Engine = message.Engine,
        Seconds = message.Seconds,
        OverheadSeconds = message.OverheadSeconds,
        RowCount = message.RowCount,
        ColumnCount = message.ColumnCount,
        NonzeroCount = message.NonzeroCount,
        IntegerCount = message.IntegerCount,
        Trace = [.. message.Trace.Select(point => new TracePoint
        {
            Seconds = point.Seconds,
            Stage = point.Stage,
            IncumbentCny = point.HasIncumbentCny ? point.IncumbentCny : null,
            BoundCny = point.HasBoundCny ? point.BoundCny : null,
        })],
        Scope = message.Scope,
    };

    private static Shortfall Read(V1.Shortfall message) => new()
    {
        FieldPath = message.FieldPath,
        PlantId = IdText(message.PlantId),
        ElementId = message.ElementId,
        PeriodIndex = message.HasPeriodIndex ? message.PeriodIndex : null,
        Missing = message.Missing,
        Unit = message.Unit,
        Sentence = message.Sentence,
    };

    private static string? IdText(string id) => id.Length == 0 ? null : id;

    private static decimal Money(string text) => MoneyOrNull(text) ?? 0;

    internal static decimal? MoneyOrNull(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
