namespace Grpc.AspNetCore.Server.Headers;

/// <summary>The header <c>grpc-timeout</c>: one to eight digits and a unit of H, M, S, m, u or n.</summary>
internal static class GrpcTimeout
{
    /// <summary>Longer times count as this one: 99,999,999 s, the most that eight digits of seconds say.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(99_999_999);

    private const int MaxDigitCount = 8;

    /// <summary>Reads it; nanoseconds are rounded up to the clock's 100 ns.</summary>
    public static bool TryParse(string? text, out TimeSpan timeout)
    {
        timeout = default;
        if (text is null || text.Length < 2 || text.Length > MaxDigitCount + 1)
            return false;

        long value = 0;
        foreach (var character in text.AsSpan(0, text.Length - 1))
        {
            if (!char.IsAsciiDigit(character))
                return false;
            value = (value * 10) + (character - '0');
        }

        var ticks = text[^1] switch
        {
            'H' => value * TimeSpan.TicksPerHour,
            'M' => value * TimeSpan.TicksPerMinute,
            'S' => value * TimeSpan.TicksPerSecond,
            'm' => value * TimeSpan.TicksPerMillisecond,
            'u' => value * TimeSpan.TicksPerMicrosecond,
            'n' => (value + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick,
            _ => -1,
        };
        if (ticks < 0)
            return false;
        timeout = new TimeSpan(Math.Min(ticks, Longest.Ticks));
        return true;
    }
}
