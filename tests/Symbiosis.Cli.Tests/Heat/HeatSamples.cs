namespace Symbiosis.Cli.Tests.Heat;

/// <summary>Files that the tests of <c>heat</c> read.</summary>
internal static class HeatSamples
{
    /// <summary>Four streams, one of them with two heat capacities; the pinch is at 145 deg C shifted.</summary>
    public const string Streams = """
        name,supply_celsius,target_celsius,heat_kw,approach_k
        F1,20,140,2400,5
        F1,140,180,800,5
        F3,140,230,2700,5
        F2,250,40,3150,5
        F4,200,80,3000,5
        """;

    public const string Utilities = """
        name,kind,supply_celsius,target_celsius,approach_k,price_cny_per_kwh
        HP steam,both,240,,2,0.3
        MP steam,both,190,,2,0.25
        Cooling water,cold,15,25,2,0.02
        """;

    /// <summary>Two plants that steam can join, over two steps.</summary>
    public const string Park = """
        {
          "id": "pair", "name": "Pair of works", "name_zh": "两厂园区",
          "time": { "horizon_hours": 8760, "periods": [{ "duration_hours": 12, "weight": 365 }, { "duration_hours": 12, "weight": 365 }] },
          "profiles": [{ "id": "day", "values": [1, 0.5] }],
          "sites": [{ "id": "west", "x_m": 0, "y_m": 0 }, { "id": "east", "x_m": 800, "y_m": 0 }],
          "corridors": [{ "id": "road", "from_node_id": "west", "to_node_id": "east" }],
          "carriers": [{ "id": "lp", "name": "LP steam", "name_zh": "低压蒸汽", "kind": "CARRIER_KIND_STEAM", "supply_celsius": 150 }],
          "plants": [
            {
              "id": "smelter", "name": "Copper smelter", "name_zh": "铜冶炼厂", "site_id": "west",
              "streams": [{ "id": "gas", "supply_celsius": 350, "target_celsius": 180, "heat_kw": 5000, "heat_profile_id": "day", "approach_k": 10 }]
            },
            {
              "id": "mill", "name": "Paper mill", "name_zh": "造纸厂", "site_id": "east",
              "streams": [{ "id": "drying", "supply_celsius": 60, "target_celsius": 110, "heat_kw": 3000, "approach_k": 5 }],
              "hot_utilities": [{ "id": "boiler", "name": "Gas boiler", "supply_celsius": 200, "price_cny_per_kwh": 0.3 }]
            }
          ]
        }
        """;

    /// <summary>A run with these files in its folder.</summary>
    public static CliRun Run()
    {
        var run = new CliRun();
        run.Folder.Write("streams.csv", Streams);
        run.Folder.Write("utilities.csv", Utilities);
        run.Folder.Write("pair/park.json", Park);
        return run;
    }
}
