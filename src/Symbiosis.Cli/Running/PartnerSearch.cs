using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Running;

/// <summary>Looks for partners in parks; what a question leaves out is taken from the catalogue.</summary>
internal delegate Validated<PartnerAnswer> PartnerSearch(IReadOnlyList<Park> parks, IReadOnlyList<Catalogue> catalogue, PartnerQuestion question, PartnerViewer viewer);
