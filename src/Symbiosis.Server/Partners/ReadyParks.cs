using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Server.Partners;

/// <summary>Parks ready for questions, or why they are not.</summary>
/// <param name="Find">Answers questions; null: the parks have faults.</param>
/// <param name="Violations">Faults and warnings of the parks, with paths in the request.</param>
internal sealed record ReadyParks(Func<PartnerQuestion, PartnerViewer, Validated<PartnerAnswer>>? Find, IReadOnlyList<Violation> Violations);
