namespace Symbiosis.Pinch.Cascading;

/// <summary>
/// A running sum that keeps what rounding takes away (Neumaier 1974), so that ten thousand streams that cancel leave nothing
/// behind but the last bit.
/// </summary>
internal struct CompensatedSum
{
    private double sum;
    private double lost;

    public readonly double Value => sum + lost;

    public void Add(double term)
    {
        var next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }
}
