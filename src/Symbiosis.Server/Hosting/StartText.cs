using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Hosting;

/// <summary>What the program says once it listens.</summary>
internal static class StartText
{
    private const string Method = "/symbiosis.v1.CatalogService/ListEntries";

    /// <summary>Addresses and one line to try.</summary>
    public static string Write(Listeners listeners, SymbiosisOptions options)
    {
        var width = listeners.Addresses.Max(address => address.Address.Length);
        var lines = listeners.Addresses.Select(address => $"  {address.Address.PadRight(width)}  {address.Purpose}");
        return string.Join(Environment.NewLine, ["Symbiosis listens on", .. lines, "Try", $"  {TryLine(listeners, options)}", ""]);
    }

    /// <summary>A call that any shell can make.</summary>
    public static string TryLine(Listeners listeners, SymbiosisOptions options)
    {
        var address = listeners.Addresses[0].Address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        var authority = options.Tls.IsOn ? "--cacert ca.pem " : "";
        var key = options.AllowsAnonymous() ? "" : " -H \"authorization: Bearer $SYMBIOSIS_KEY\"";
        return $"curl -s {authority}{address}{Method} -H 'content-type: application/json'{key} -d '{{\"kind\": \"technology\", \"page_size\": 1}}'";
    }
}
