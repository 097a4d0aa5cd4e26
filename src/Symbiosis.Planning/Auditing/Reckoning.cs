namespace Symbiosis.Planning.Auditing;

/// <summary>
/// What a plan must cost, emit and burn by its operation and sizes: filled by <see cref="OperationReckoning"/>, <see cref="GridReckoning"/>,
/// <see cref="MaterialReckoning"/> and <see cref="InvestmentReckoning"/>.
/// </summary>
internal sealed class Reckoning
{
    private readonly Dictionary<string, double> _cny = [];
    private readonly double[] _kg = new double[4];

    /// <summary>Costs by category, CNY.</summary>
    public IReadOnlyDictionary<string, double> Cny => _cny;

    /// <summary>Start costs that are neither sure nor excluded: a converter without a minimum load may stand by at zero, CNY.</summary>
    public double OpenStartCny { get; set; }

    /// <summary>Standard coal of each plant, kgce, by plant id.</summary>
    public Dictionary<string, double> CoalKg { get; } = [];

    /// <summary>Fuel burnt over the park, kWh, by fuel id.</summary>
    public Dictionary<string, double> FuelKwh { get; } = [];

    /// <summary>Materials that converters make, t, by material and plant.</summary>
    public Dictionary<(string MaterialId, string PlantId), double> MadeTonnes { get; } = [];

    /// <summary>Green power bought or made, kWh.</summary>
    public double GreenKwh { get; set; }

    /// <summary>Power drawn from the grid and made green, kWh.</summary>
    public double UsedKwh { get; set; }

    /// <summary>Reckons a case.</summary>
    public static Reckoning Of(AuditCase audited)
    {
        var reckoning = new Reckoning();
        OperationReckoning.Add(audited, reckoning);
        GridReckoning.Add(audited, reckoning);
        MaterialReckoning.Add(audited, reckoning);
        InvestmentReckoning.Add(audited, reckoning);
        var policy = audited.Park.Policy;
        var pricedKg = reckoning.Kg(1) + (policy.CarbonPriceOnPower ? reckoning.Kg(2) : 0) + (policy.IncludeInputs ? reckoning.Kg(3) : 0);
        reckoning.Charge("carbon", pricedKg / 1000 * policy.CarbonPriceCnyPerT);
        return reckoning;
    }

    /// <summary>Emissions of a scope, kg CO2e.</summary>
    /// <param name="scope">1, 2 or 3.</param>
    public double Kg(int scope) => _kg[scope];

    /// <summary>Adds a cost, CNY.</summary>
    public void Charge(string category, double cny) => _cny[category] = _cny.GetValueOrDefault(category) + cny;

    /// <summary>Adds an emission, kg CO2e.</summary>
    public void Emit(int scope, double kg) => _kg[scope] += kg;

    /// <summary>Adds an amount under a key.</summary>
    public static void Sum<TKey>(Dictionary<TKey, double> sums, TKey key, double amount)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + amount;
}
