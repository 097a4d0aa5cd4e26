using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Recomputes, from the plan and the park alone, each plant's heat cascade, mass, quality and carrier balances, sizes, rules, costs and
/// emissions. It shares no code with the formulation, so that a wrong equation there shows here.
/// </summary>
internal static class PlanAudit
{
    /// <summary>Audits a plan.</summary>
    /// <param name="park">The park with the scenario's prices, factors and availabilities applied.</param>
    /// <param name="scenario">Decisions that were asked for; null: none.</param>
    /// <param name="grid">The park's periods.</param>
    /// <param name="plan">A plan over these periods.</param>
    public static Audit Check(Park park, Scenario? scenario, TimeGrid grid, Plan plan)
    {
        var audited = new AuditCase(park, scenario, grid, plan);
        var reckoning = Reckoning.Of(audited);
        IReadOnlyList<AuditCheck> checks =
        [
            SeriesCheck.Run(audited),
            CascadeCheck.Run(audited),
            RecoveryCheck.Run(audited),
            CarrierCheck.Run(audited),
            .. LinkCheck.Run(audited),
            ConverterCheck.Run(audited),
            SizeCheck.Run(audited),
            StorageCheck.Run(audited),
            MassCheck.Run(audited),
            QualityCheck.Run(audited),
            .. TransportCheck.Run(audited),
            .. RuleCheck.Run(audited),
            PolicyCheck.Run(audited, reckoning),
            CostCheck.Run(audited, reckoning),
            EmissionCheck.Run(audited, reckoning),
            .. TotalsCheck.Run(audited),
        ];
        return new Audit { Clean = checks.All(check => check.Failures.Count == 0), Checks = checks };
    }
}
