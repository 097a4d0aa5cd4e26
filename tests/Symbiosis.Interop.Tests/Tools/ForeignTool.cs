namespace Symbiosis.Interop.Tests.Tools;

/// <summary>A program that is not ours. One that is missing fails the test with the way to install it: a test that was left out proves nothing.</summary>
internal static class ForeignTool
{
    /// <summary>Ruby, with Debian's gRPC.</summary>
    public static string Ruby => Find("ruby", "ruby-grpc");

    /// <summary>gRPC's interoperability client, of Debian's Ruby gem.</summary>
    public static string RubyInteropClient => Directory
        .EnumerateFiles("/usr/lib", "client.rb", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .FirstOrDefault(path => path.EndsWith("/src/ruby/pb/test/client.rb", StringComparison.Ordinal)) ?? throw Missing("gRPC's Ruby interop client", "ruby-grpc");

    /// <summary>Debian's Python: another one on the PATH does not see its packages.</summary>
    public static string Python => File.Exists("/usr/lib/python3/dist-packages/grpc/__init__.py")
        ? Existing("/usr/bin/python3", "python3-grpcio")
        : throw Missing("grpcio", "python3-grpcio python3-protobuf");

    /// <summary>protoc, with the well-known types.</summary>
    public static string Protoc => File.Exists("/usr/include/google/protobuf/descriptor.proto")
        ? Find("protoc", "protobuf-compiler")
        : throw Missing("google/protobuf/descriptor.proto", "libprotobuf-dev");

    /// <summary>protoc's plugin for Python.</summary>
    public static string GrpcPythonPlugin => Existing("/usr/bin/grpc_python_plugin", "protobuf-compiler-grpc");

    /// <summary>gRPC's own protos.</summary>
    public static string GrpcProtos => Directory.Exists("/usr/share/grpc-proto") ? "/usr/share/grpc-proto" : throw Missing("grpc/testing/test.proto", "grpc-proto");

    /// <summary>curl, with HTTP/2.</summary>
    public static string Curl => Find("curl", "curl");

    /// <summary>nghttp2's load generator.</summary>
    public static string H2Load => Find("h2load", "nghttp2-client");

    /// <summary>Node.js.</summary>
    public static string Node => Find("node", "nodejs");

    /// <summary>Node.js' package tool.</summary>
    public static string Npm => Find("npm", "npm");

    /// <summary>A shell, for the examples of the documentation.</summary>
    public static string Bash => Find("bash", "bash");

    private static string Find(string name, string package) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw Missing(name, package);

    private static string Existing(string path, string package) => File.Exists(path) ? path : throw Missing(path, package);

    private static InvalidOperationException Missing(string what, string package) =>
        new($"{what} is missing. On Debian: 'apt-get install --no-install-recommends {package}'; 'bash tests/run' as root installs all that the tests need.");
}
