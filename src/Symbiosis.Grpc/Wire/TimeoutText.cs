using System.Globalization;

namespace Grpc.Wire;

/// <summary>Value of <c>grpc-timeout</c>: one to eight digits and a unit.</summary>
internal static class TimeoutText
{
    /// <summary>Longest timeout that is told apart; longer ones are shortened to it (some three years).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(MaxValue);

    private const long MaxValue = 99_999_999;
    private const int MaxDigits = 8;
    private const long NanosecondsPerTick = 100;

    /// <summary>The finest unit that eight digits allow, rounded up so that the server never ends a call before the client does; at least a nanosecond.</summary>
    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
            return "1n";
        if (timeout > Longest)
            timeout = Longest;
        var ticks = timeout.Ticks;
        if (ticks * (double)NanosecondsPerTick <= MaxValue)
            return Text(ticks * NanosecondsPerTick, 'n');
        if (InUnits(ticks, TimeSpan.TicksPerMicrosecond) is var microseconds and <= MaxValue)
            return Text(microseconds, 'u');
        if (InUnits(ticks, TimeSpan.TicksPerMillisecond) is var milliseconds and <= MaxValue)
            return Text(milliseconds, 'm');
        return Text(InUnits(ticks, TimeSpan.TicksPerSecond), 'S');
    }

    /// <summary>Reads it strictly: no sign, no blank, no fraction. Zero is valid; what is not zero is at least one tick; more than <see cref="Longest"/> is shortened.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > MaxDigits + 1)
            return false;
        long value = 0;
        foreach (var digit in text[..^1])
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = (value * 10) + (digit - '0');
        }

        long? ticks = text[^1] switch
        {
            'n' => InUnits(value, NanosecondsPerTick),
            'u' => value * TimeSpan.TicksPerMicrosecond,
            'm' => value * TimeSpan.TicksPerMillisecond,
            'S' => value * TimeSpan.TicksPerSecond,
            'M' => value * TimeSpan.TicksPerMinute,
            'H' => value * TimeSpan.TicksPerHour,
            _ => null,
        };
        if (ticks is null)
            return false;
        timeout = TimeSpan.FromTicks(Math.Min(ticks.Value, Longest.Ticks));
        return true;
    }

    private static long InUnits(long value, long unit) => (value + unit - 1) / unit;

    private static string Text(long value, char unit) => string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
}
