namespace Symbiosis.Server.Configuration;

/// <summary>What the options mean for callers, with the defaults that depend on other options filled in.</summary>
internal static class EffectiveAccess
{
    /// <summary>Whether calls without credentials are answered.</summary>
    public static bool AllowsAnonymous(this SymbiosisOptions options) =>
        options.Listen.IsLoopback()
        && (options.Listen.Anonymous ?? !(options.ApiKeys.IsOn || options.Jwt.IsOn || options.Tls.Clients.Count > 0));

    /// <summary>Whether the schema is told.</summary>
    public static bool AllowsReflection(this SymbiosisOptions options) => options.Listen.Reflection ?? options.Listen.IsLoopback();

    /// <summary>Names by which clients may call; empty: any.</summary>
    public static IReadOnlyList<string> AllowedHosts(this SymbiosisOptions options)
    {
        if (options.Listen.Hosts.Count > 0 || !options.Listen.IsLoopback())
            return options.Listen.Hosts;
        var address = options.Listen.ParseAddress()!.ToString();
        return ["localhost", "127.0.0.1", "[::1]", address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address];
    }
}
