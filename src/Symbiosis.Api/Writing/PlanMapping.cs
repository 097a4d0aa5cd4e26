using System.Globalization;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Writing;

/// <summary>Maps a plan to the messages of plan.proto. Money becomes a decimal with two digits.</summary>
internal static class PlanMapping
{
    public static V1.Plan Write(Plan value)
    {
        var message = new V1.Plan
        {
            ParkId = value.ParkId,
            ScenarioId = value.ScenarioId ?? "",
            Outcome = (V1.Outcome)value.Outcome,
        };
        if (value.Summary is not null) message.Summary = Write(value.Summary);
        message.Couplings.Add(value.Couplings.Select(Write));
        message.Links.Add(value.Links.Select(Write));
        message.Equipment.Add(value.Equipment.Select(Write));
        message.Costs.Add(value.Costs.Select(Write));
        message.BaselineCosts.Add(value.BaselineCosts.Select(Write));
        message.Emissions.Add(value.Emissions.Select(Write));
        message.Plants.Add(value.Plants.Select(Write));
        message.Periods.Add(value.Periods.Select(Write));
        message.Operation.Add(value.Operation.Select(Write));
        message.Uncoupled.Add(value.Uncoupled.Select(Write));
        if (value.Audit is not null) message.Audit = Write(value.Audit);
        if (value.Proof is not null) message.Proof = Write(value.Proof);
        message.Shortfalls.Add(value.Shortfalls.Select(Write));
        return message;
    }

    public static V1.Summary Write(Summary value)
    {
        var message = new V1.Summary
        {
            CostCny = Money(value.CostCny),
            BaselineCostCny = Money(value.BaselineCostCny),
            SavingCny = Money(value.SavingCny),
            InvestmentCny = Money(value.InvestmentCny),
            Scope1T = value.Scope1T,
            Scope2T = value.Scope2T,
            InputsT = value.InputsT,
            BaselineScope1T = value.BaselineScope1T,
            BaselineScope2T = value.BaselineScope2T,
            BaselineInputsT = value.BaselineInputsT,
            AvoidedT = value.AvoidedT,
            BaselineGrossCostCny = Money(value.BaselineGrossCostCny),
            HorizonHours = value.HorizonHours,
        };
        if (value.SimplePaybackYears is { } simpleSimplePaybackYears) message.SimplePaybackYears = simpleSimplePaybackYears;
        return message;
    }

    public static V1.Coupling Write(Coupling value)
    {
        var message = new V1.Coupling
        {
            Id = value.Id,
            Kind = (V1.CouplingKind)value.Kind,
            FromPlantId = value.FromPlantId,
            ToPlantId = value.ToPlantId,
            CarrierId = value.CarrierId ?? "",
            MaterialId = value.MaterialId ?? "",
            OutletId = value.OutletId ?? "",
            InletId = value.InletId ?? "",
            TransportModeId = value.TransportModeId ?? "",
            LengthM = value.LengthM,
            PeakKw = value.PeakKw,
            Amount = value.Amount,
            CostCny = Money(value.CostCny),
            SavingCny = Money(value.SavingCny),
            AvoidedT = value.AvoidedT,
            Existing = value.Existing,
        };
        message.RouteNodeIds.Add(value.RouteNodeIds);
        message.RouteCorridorIds.Add(value.RouteCorridorIds);
        return message;
    }

    public static V1.LaidLink Write(LaidLink value)
    {
        var message = new V1.LaidLink
        {
            CorridorId = value.CorridorId,
            CarrierId = value.CarrierId,
            SizeId = value.SizeId,
            CapacityKw = value.CapacityKw,
            LengthM = value.LengthM,
            Existing = value.Existing,
            PeakKw = value.PeakKw,
            LossKwh = value.LossKwh,
            InvestmentCny = Money(value.InvestmentCny),
        };
        return message;
    }

    public static V1.EquipmentSize Write(EquipmentSize value)
    {
        var message = new V1.EquipmentSize
        {
            PlantId = value.PlantId ?? "",
            FieldPath = value.FieldPath,
            ElementId = value.ElementId,
            ExistingSize = value.ExistingSize,
            NewSize = value.NewSize,
            Unit = value.Unit,
            InvestmentCny = Money(value.InvestmentCny),
        };
        return message;
    }

    public static V1.CostItem Write(CostItem value)
    {
        var message = new V1.CostItem
        {
            FieldPath = value.FieldPath,
            Category = value.Category,
            PlantId = value.PlantId ?? "",
            Cny = Money(value.Cny),
        };
        return message;
    }

    public static V1.EmissionItem Write(EmissionItem value)
    {
        var message = new V1.EmissionItem
        {
            FieldPath = value.FieldPath,
            Scope = value.Scope,
            PlantId = value.PlantId ?? "",
            PlanT = value.PlanT,
            BaselineT = value.BaselineT,
        };
        return message;
    }

    public static V1.PlantResult Write(PlantResult value)
    {
        var message = new V1.PlantResult
        {
            PlantId = value.PlantId ?? "",
            CostCny = Money(value.CostCny),
            BaselineCostCny = Money(value.BaselineCostCny),
            EmissionsT = value.EmissionsT,
            BaselineEmissionsT = value.BaselineEmissionsT,
        };
        return message;
    }

    public static V1.PlanPeriod Write(PlanPeriod value)
    {
        var message = new V1.PlanPeriod
        {
            DurationHours = value.DurationHours,
            Weight = value.Weight,
            Month = value.Month,
            StartHour = value.StartHour,
            DayId = value.DayId,
        };
        return message;
    }

    public static V1.OperationSeries Write(OperationSeries value)
    {
        var message = new V1.OperationSeries
        {
            PlantId = value.PlantId ?? "",
            Quantity = value.Quantity,
            Unit = value.Unit,
        };
        message.Values.Add(value.Values);
        return message;
    }

    public static V1.UncoupledPair Write(UncoupledPair value)
    {
        var message = new V1.UncoupledPair
        {
            FromPlantId = value.FromPlantId,
            ToPlantId = value.ToPlantId,
            FlowId = value.FlowId,
            Reason = value.Reason,
            Fact = value.Fact,
        };
        return message;
    }

    public static V1.Audit Write(Audit value)
    {
        var message = new V1.Audit
        {
            Clean = value.Clean,
        };
        message.Checks.Add(value.Checks.Select(Write));
        return message;
    }

    public static V1.AuditCheck Write(AuditCheck value)
    {
        var message = new V1.AuditCheck
        {
            Name = value.Name,
            Count = value.Count,
            MaxDeviation = value.MaxDeviation,
            Tolerance = value.Tolerance,
        };
        message.Failures.Add(value.Failures);
        return message;
    }

    public static V1.Proof Write(Proof value)
    {
        var message = new V1.Proof
        {
            Engine = value.Engine,
            Seconds = value.Seconds,
            OverheadSeconds = value.OverheadSeconds,
            RowCount = value.RowCount,
            ColumnCount = value.ColumnCount,
            NonzeroCount = value.NonzeroCount,
            IntegerCount = value.IntegerCount,
            Scope = value.Scope,
        };
        if (value.DualBoundCny is { } dualDualBoundCny) message.DualBoundCny = dualDualBoundCny;
        if (value.Gap is { } gapGap) message.Gap = gapGap;
        if (value.OpenSavingShare is { } openOpenSavingShare) message.OpenSavingShare = openOpenSavingShare;
        if (value.OpenCny is { } openOpenCny) message.OpenCny = openOpenCny;
        if (value.EngineGap is { } engineEngineGap) message.EngineGap = engineEngineGap;
        message.Trace.Add(value.Trace.Select(Write));
        return message;
    }

    public static V1.TracePoint Write(TracePoint value)
    {
        var message = new V1.TracePoint
        {
            Seconds = value.Seconds,
            Stage = value.Stage,
        };
        if (value.IncumbentCny is { } incumbentIncumbentCny) message.IncumbentCny = incumbentIncumbentCny;
        if (value.BoundCny is { } boundBoundCny) message.BoundCny = boundBoundCny;
        return message;
    }

    public static V1.Shortfall Write(Shortfall value)
    {
        var message = new V1.Shortfall
        {
            FieldPath = value.FieldPath,
            PlantId = value.PlantId ?? "",
            ElementId = value.ElementId,
            Missing = value.Missing,
            Unit = value.Unit,
            Sentence = value.Sentence,
        };
        if (value.PeriodIndex is { } periodPeriodIndex) message.PeriodIndex = periodPeriodIndex;
        return message;
    }

    private static string Money(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
