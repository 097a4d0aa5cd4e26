using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation;

/// <summary>What a park must obey beyond its single fields. Ids are taken to exist; what names an unknown one is passed over.</summary>
public static class ParkValidator
{
    /// <summary>All violations, errors first; paths begin with <c>park</c>.</summary>
    public static IEnumerable<Violation> Validate(Park park) => [];
}
