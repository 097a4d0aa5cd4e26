using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A pipe or cable that lies or may be laid.</summary>
/// <param name="CorridorIndex">Corridor.</param>
/// <param name="Size">Size.</param>
/// <param name="IsExisting">It lies there today.</param>
/// <param name="Built">1 where it lies (is in use, for an existing one); a constant 1 where no decision is needed.</param>
/// <param name="CapacityKw">Capacity, kW.</param>
/// <param name="LossKw">Heat lost while it lies, kW.</param>
/// <param name="InvestmentCny">Paid once, without civil works, CNY.</param>
internal sealed record LinkVariable(
    int CorridorIndex, LinkSize Size, bool IsExisting, LinearExpression Built, LinearExpression CapacityKw, LinearExpression LossKw, LinearExpression InvestmentCny);
