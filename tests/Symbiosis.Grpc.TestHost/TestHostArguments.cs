using System.Globalization;

namespace Symbiosis.Grpc.TestHost;

/// <summary>The command line.</summary>
internal static class TestHostArguments
{
    public const string Usage = "[--h2c-port P] [--tls-port P] [--http1-port P] [--certificate-folder D | --certificate F --key F]; port 0 picks a free one";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not as <see cref="Usage"/> says.</exception>
    public static TestHostOptions Parse(IReadOnlyList<string> words)
    {
        if (words.Count % 2 != 0)
            throw new FormatException($"Expected: {Usage}");

        var options = new TestHostOptions { H2cPort = null };
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = words[i + 1];
            options = words[i] switch
            {
                "--h2c-port" => options with { H2cPort = Port(value) },
                "--tls-port" => options with { TlsPort = Port(value) },
                "--http1-port" => options with { Http1Port = Port(value) },
                "--certificate-folder" => options with { CertificateFolder = value },
                "--certificate" => options with { CertificatePath = value },
                "--key" => options with { KeyPath = value },
                _ => throw new FormatException($"{words[i]} is not understood. Expected: {Usage}"),
            };
        }

        return options;
    }

    private static int Port(string text) => ushort.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
