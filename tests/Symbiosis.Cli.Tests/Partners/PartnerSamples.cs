using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Tests.Partners;

/// <summary>An answer with one of everything; the ids are those of the test's park where it has them.</summary>
internal static class PartnerSamples
{
    public static PartnerAnswer Answer() => new()
    {
        Side = PartnerSide.Offer,
        PartnerCount = 5,
        RuledOutCount = 7,
        Partners =
        [
            new Partner
            {
                ParkId = "pair",
                PlantId = "mill",
                ElementIds = ["drying"],
                Disclosure = DisclosureLevel.Full,
                Kind = CouplingKind.Heat,
                CarrierId = "lp",
                DeliveredCelsius = 150,
                PeakKw = 380,
                Amount = 3_040_000,
                OverlapHours = 8000,
                OfferShare = 0.95,
                Limit = MatchLimit.Temperature,
                LimitSentence = "20 kW are below 155 deg C.",
                LengthM = 800,
                SizeId = "dn100",
                InvestmentCny = new Estimate(700_000, 1_000_000, 1_500_000),
                YearlySavingCny = new Estimate(700_000, 912_000, 1_100_000),
                YearlyGainCny = new Estimate(500_000, 780_000, 900_000),
                PaybackYears = 1.2,
                NpvCny = new Estimate(4_000_000, 6_500_000, 8_000_000),
                AvoidedT = 600,
                DataQuality = Quality.Estimate,
                Chain = [new ChainStep { Kind = ChainKind.SecondTaker, PlantId = "laundry", Sentence = "The laundry could take the 20 kW that are left." }],
                Flags = [new PartnerFlag { Code = "CORROSIVE", Sentence = "Needs lined pipes." }],
            },
            new Partner
            {
                ParkId = "pair",
                PlantId = "smelter",
                ElementIds = ["stream-1"],
                Disclosure = DisclosureLevel.Ranges,
                Kind = CouplingKind.Heat,
                CarrierId = "lp",
                PeakKw = 170,
                Amount = 1_400_000,
                LengthM = 1200,
                IsStraightLine = true,
                Limit = MatchLimit.Need,
                InvestmentCny = new Estimate(0, 0, 0),
                YearlySavingCny = new Estimate(100_000, 200_000, 300_000),
                YearlyGainCny = new Estimate(100_000, 200_000, 300_000),
                NpvCny = new Estimate(1_000_000, 2_000_000, 3_000_000),
                DataQuality = Quality.Estimate,
            },
            new Partner { ParkId = "pair", PlantId = "brewery", Disclosure = DisclosureLevel.Contact, Kind = CouplingKind.Heat },
        ],
        RuledOut =
        [
            new RuledOutPartner { ParkId = "pair", PlantId = "foundry", Kind = CouplingKind.Heat, FlowId = "lp", Reason = PartnerReason.Temperature, Sentence = "It needs 300 deg C, 180 are offered." },
            new RuledOutPartner { ParkId = "pair", PlantId = "bakery", Kind = CouplingKind.Heat, FlowId = "lp", Reason = PartnerReason.Economics, Sentence = "The pipe costs more than it brings.", BreakEvenCny = 0.41, PriceTodayCny = 0.3 },
        ],
        Filled = [new FilledValue { Field = "heat.return_celsius", Value = "90", Unit = "deg C", Quality = Quality.Estimate, Note = "Typical of steam at this temperature." }],
    };
}
