using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation.Checks;

namespace Symbiosis.Domain.Validation;

/// <summary>
/// What a park must obey beyond its single fields. Ids are taken to exist and numbers to be in range, as the reader has seen to
/// both; what names an unknown id is passed over, except where only the domain knows what an id may name.
/// </summary>
public static class ParkValidator
{
    /// <summary>First word of every path.</summary>
    public const string Root = "park";

    /// <summary>All violations, errors first, at most 100 of each severity.</summary>
    public static IEnumerable<Violation> Validate(Park park)
    {
        var violations = new ViolationList();
        TimeChecks.Check(park, violations);
        NetworkChecks.Check(park, violations);
        SiteChecks.Check(park, violations);
        CarrierChecks.Check(park, violations);
        StreamChecks.Check(park, violations);
        UtilityChecks.Check(park, violations);
        MaterialChecks.Check(park, violations);
        InletChecks.Check(park, violations);
        ConverterChecks.Check(park, violations);
        StorageChecks.Check(park, violations);
        InvestmentChecks.Check(park, violations);
        TariffChecks.Check(park, violations);
        ContractChecks.Check(park, violations);
        return violations.Violations;
    }
}
