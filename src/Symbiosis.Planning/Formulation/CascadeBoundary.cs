namespace Symbiosis.Planning.Formulation;

/// <summary>
/// A boundary between two intervals of a cascade, ordered from hot to cold. At one temperature a boundary lies above (0) or below (2) the
/// phase changes (1) that happen exactly there, so that steam can serve a phase change of equal shifted temperature.
/// </summary>
/// <param name="Celsius">Shifted temperature.</param>
/// <param name="Side">0 above, 1 at, 2 below the phase changes of this temperature.</param>
internal readonly record struct CascadeBoundary(double Celsius, int Side) : IComparable<CascadeBoundary>
{
    /// <inheritdoc/>
    public int CompareTo(CascadeBoundary other)
    {
        var byTemperature = other.Celsius.CompareTo(Celsius);
        return byTemperature != 0 ? byTemperature : Side.CompareTo(other.Side);
    }
}
