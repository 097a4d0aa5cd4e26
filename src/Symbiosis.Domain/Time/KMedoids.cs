namespace Symbiosis.Domain.Time;

/// <summary>
/// Partition around medoids (PAM: Kaufman and Rousseeuw 1990, chapter 2; swap phase evaluated for all medoids in one pass
/// as in Schubert and Rousseeuw 2019, FastPAM1). Deterministic: ties go to the smallest index.
/// </summary>
internal sealed class KMedoids
{
    private const double Tolerance = 1e-9;

    private readonly double[][] _distance;
    private readonly List<int> _medoids = [];
    private readonly int[] _nearest;
    private readonly double[] _nearestDistance;
    private readonly double[] _secondDistance;

    // Stands for "no second medoid": larger than any distance, yet small enough that differences keep their digits.
    private readonly double _far;

    private KMedoids(double[][] distance)
    {
        _distance = distance;
        _far = 1 + 2 * distance.Max(row => row.Max());
        _nearest = new int[distance.Length];
        _nearestDistance = new double[distance.Length];
        _secondDistance = new double[distance.Length];
    }

    /// <summary>
    /// Chooses at most <paramref name="count"/> items to stand for all. Fewer are chosen where fewer already leave no
    /// distance.
    /// </summary>
    /// <param name="distance">Symmetric distances, <c>[item, item]</c>, at least 0.</param>
    /// <param name="count">At least 1.</param>
    /// <returns>For each item the item that stands for it; medoids stand for themselves.</returns>
    public static int[] Cluster(double[][] distance, int count)
    {
        if (distance.Length == 0)
            return [];

        var search = new KMedoids(distance);
        search.Build(Math.Min(count, distance.Length));
        search.Swap();
        return [.. search._nearest.Select(position => search._medoids[position])];
    }

    private void Build(int count)
    {
        _medoids.Add(Enumerable.Range(0, _distance.Length).MinBy(item => _distance[item].Sum()));
        Assign();
        while (_medoids.Count < count && _nearestDistance.Max() > Tolerance)
        {
            _medoids.Add(Enumerable.Range(0, _distance.Length).MaxBy(Gain));
            Assign();
        }
    }

    private double Gain(int candidate)
    {
        var row = _distance[candidate];
        var gain = 0.0;
        for (var item = 0; item < row.Length; item++)
            gain += Math.Max(0, _nearestDistance[item] - row[item]);
        return gain;
    }

    private void Swap()
    {
        // Every swap lowers the total distance by more than the tolerance, so the loop ends.
        while (BestSwap() is var (position, candidate, change) && change < -Tolerance)
        {
            _medoids[position] = candidate;
            Assign();
        }
    }

    private (int Position, int Candidate, double Change) BestSwap()
    {
        var best = (Position: -1, Candidate: -1, Change: 0.0);
        var changes = new double[_medoids.Count];
        var removal = RemovalCosts();
        for (var candidate = 0; candidate < _distance.Length; candidate++)
        {
            removal.CopyTo(changes, 0);
            var shared = 0.0;
            var row = _distance[candidate];
            for (var item = 0; item < row.Length; item++)
            {
                if (row[item] < _nearestDistance[item])
                {
                    shared += row[item] - _nearestDistance[item];
                    changes[_nearest[item]] += _nearestDistance[item] - _secondDistance[item];
                }
                else if (row[item] < _secondDistance[item])
                {
                    changes[_nearest[item]] += row[item] - _secondDistance[item];
                }
            }

            for (var position = 0; position < changes.Length; position++)
            {
                if (changes[position] + shared < best.Change)
                    best = (position, candidate, changes[position] + shared);
            }
        }

        return best;
    }

    private double[] RemovalCosts()
    {
        var costs = new double[_medoids.Count];
        for (var item = 0; item < _nearest.Length; item++)
            costs[_nearest[item]] += _secondDistance[item] - _nearestDistance[item];
        return costs;
    }

    private void Assign()
    {
        for (var item = 0; item < _nearest.Length; item++)
        {
            var (first, second, nearest) = (_far, _far, 0);
            for (var position = 0; position < _medoids.Count; position++)
            {
                // A medoid stands for itself, also where another medoid is just as near.
                var distance = _medoids[position] == item ? -1 : _distance[item][_medoids[position]];
                if (distance < first)
                    (second, first, nearest) = (first, distance, position);
                else if (distance < second)
                    second = distance;
            }

            _nearest[item] = nearest;
            _nearestDistance[item] = Math.Max(0, first);
            _secondDistance[item] = second;
        }
    }
}
