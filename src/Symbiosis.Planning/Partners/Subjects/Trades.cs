using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Energy;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Materials;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>What a question comes to.</summary>
/// <param name="Side">Which end asks.</param>
/// <param name="Home">Park in which it stands.</param>
/// <param name="Energy">Heat, gas or power; null: none.</param>
/// <param name="Materials">Materials, one an outlet or inlet.</param>
/// <param name="Filled">What was filled in.</param>
internal sealed record Trades(PartnerSide Side, IndexedPark Home, EnergyTrade? Energy, IReadOnlyList<MaterialTrade> Materials, IReadOnlyList<FilledValue> Filled);
