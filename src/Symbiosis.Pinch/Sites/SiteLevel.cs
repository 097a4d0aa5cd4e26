using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Sites;

/// <summary>One utility level over all plants.</summary>
public sealed record SiteLevel
{
    /// <summary>The level, as the first plant has it.</summary>
    public required UtilityLevel Level { get; init; }

    /// <summary>Gross: heat that plants use from it, kW.</summary>
    public required double UsedKw { get; init; }

    /// <summary>Gross: heat that plants put into it (generated), kW.</summary>
    public required double GeneratedKw { get; init; }

    /// <summary>Heat that plants reject to it as cooling, kW.</summary>
    public required double CooledKw { get; init; }

    /// <summary>Net: generation that the level's own users take, kW.</summary>
    public double ExchangedKw => Level.IsShared ? Math.Min(UsedKw, GeneratedKw) : 0;

    /// <summary>Net: use beyond the level's own generation, kW. Without let-down all of it is bought.</summary>
    public double NetUsedKw => UsedKw - ExchangedKw;

    /// <summary>Net: generation beyond the level's own use, kW. Without let-down all of it is left over.</summary>
    public double NetGeneratedKw => GeneratedKw - ExchangedKw;

    /// <summary>Covered by the surplus of hotter levels, kW.</summary>
    public required double LetDownInKw { get; init; }

    /// <summary>Given to colder levels, kW.</summary>
    public required double LetDownOutKw { get; init; }

    /// <summary>Bought in the end, kW.</summary>
    public double BoughtKw => NetUsedKw - LetDownInKw;

    /// <summary>Left over in the end, kW.</summary>
    public double SurplusKw => NetGeneratedKw - LetDownOutKw;
}
