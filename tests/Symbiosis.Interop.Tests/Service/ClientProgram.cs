using System.Globalization;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>The arguments that the clients' programs share.</summary>
internal static class ClientProgram
{
    public static string[] Arguments(string address, ServiceCall call) =>
    [
        address, call.ParkPath,
        .. Option("--gap", call.Gap), .. Option("--time-limit", call.TimeLimit?.TotalSeconds),
        .. Option("--deadline", call.Deadline?.TotalSeconds), .. Option("--cancel-after", call.CancelAfter),
    ];

    private static string[] Option(string name, double? value) => value is { } given ? [name, given.ToString(CultureInfo.InvariantCulture)] : [];
}
