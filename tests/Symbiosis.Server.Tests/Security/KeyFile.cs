using Symbiosis.Server.Security;

namespace Symbiosis.Server.Tests.Security;

/// <summary>Files of API keys.</summary>
internal static class KeyFile
{
    public static string Text(params IEnumerable<ApiKeyEntry> entries) => $"{{ \"keys\": [ {string.Join(", ", entries.Select(ApiKeyBook.Write))} ] }}";
}
