namespace Symbiosis.Domain.Graph;

/// <summary>Straight-line distances between nodes.</summary>
internal static class NodeDistance
{
    // Mean radius of the earth, m: IUGG (Moritz 2000, Geodetic Reference System 1980).
    private const double EarthRadiusM = 6_371_008.8;

    /// <summary>Distance, m; null where the two nodes share no kind of coordinates.</summary>
    public static double? Metres(GraphNode first, GraphNode second)
    {
        if (first is { XM: { } firstX, YM: { } firstY } && second is { XM: { } secondX, YM: { } secondY })
            return double.Hypot(firstX - secondX, firstY - secondY);

        if (first is { LatitudeDegrees: { } firstLatitude, LongitudeDegrees: { } firstLongitude }
            && second is { LatitudeDegrees: { } secondLatitude, LongitudeDegrees: { } secondLongitude })
            return Haversine(firstLatitude, firstLongitude, secondLatitude, secondLongitude);

        return null;
    }

    private static double Haversine(double firstLatitude, double firstLongitude, double secondLatitude, double secondLongitude)
    {
        var sineOfHalfLatitude = Math.Sin(double.DegreesToRadians(secondLatitude - firstLatitude) / 2);
        var sineOfHalfLongitude = Math.Sin(double.DegreesToRadians(secondLongitude - firstLongitude) / 2);
        var share = sineOfHalfLatitude * sineOfHalfLatitude
            + Math.Cos(double.DegreesToRadians(firstLatitude)) * Math.Cos(double.DegreesToRadians(secondLatitude))
            * sineOfHalfLongitude * sineOfHalfLongitude;
        return 2 * EarthRadiusM * Math.Asin(Math.Min(1, Math.Sqrt(share)));
    }
}
