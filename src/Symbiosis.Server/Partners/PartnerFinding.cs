using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Server.Partners;

/// <summary>Makes parks ready for questions; what comes back answers them, by several threads at once.</summary>
internal delegate Func<PartnerQuestion, PartnerViewer, Validated<PartnerAnswer>> PartnerFinding(IReadOnlyList<Park> parks);
