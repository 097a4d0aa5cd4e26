using System.Runtime.CompilerServices;

namespace Symbiosis.Cli.Tests;

/// <summary>Compares a text with an approved file.</summary>
internal static class Approved
{
    /// <summary>Fails where the text differs from <c>approved/NAME.txt</c>; the new text then stands beside it as <c>NAME.received.txt</c>.</summary>
    public static void Match(string name, string text, [CallerFilePath] string sourcePath = "")
    {
        var approvedPath = Path.Combine(AppContext.BaseDirectory, "approved", name + ".txt");
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n").Trim('\n') : "";
        var received = text.ReplaceLineEndings("\n").Trim('\n');
        if (approved == received)
            return;

        var receivedPath = Path.Combine(AppContext.BaseDirectory, "approved", name + ".received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath) ?? ".");
        File.WriteAllText(receivedPath, received + "\n");
        Assert.Fail($"{name} differs from its approved text. If the new one is right, copy '{receivedPath}' over approved/{name}.txt beside {Path.GetFileName(sourcePath)}.\n{received}");
    }
}
