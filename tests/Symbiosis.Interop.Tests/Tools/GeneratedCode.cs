namespace Symbiosis.Interop.Tests.Tools;

/// <summary>Client code that protoc makes of the schemas, for Python and for Connect.</summary>
internal static class GeneratedCode
{
    private static readonly Lazy<Task<string>> PythonFolder = new(MakePythonAsync);
    private static readonly Lazy<Task<string>> PythonInteropFolder = new(MakePythonInteropAsync);
    private static readonly Lazy<Task<string>> ConnectFolder = new(MakeConnectAsync);

    /// <summary>Folder of the Python modules.</summary>
    public static Task<string> PythonAsync() => PythonFolder.Value;

    /// <summary>Folder of the Python modules of grpc.testing.</summary>
    public static Task<string> PythonInteropAsync() => PythonInteropFolder.Value;

    /// <summary>Folder of the JavaScript modules.</summary>
    public static Task<string> ConnectAsync() => ConnectFolder.Value;

    private static async Task<string> MakePythonAsync()
    {
        var folder = FolderOf("python");
        await RunServiceAsync(PythonOutput(folder));
        return folder;
    }

    private static async Task<string> MakePythonInteropAsync()
    {
        var folder = FolderOf("python-interop");
        await RunAsync(["-I", ForeignTool.GrpcProtos, .. PythonOutput(folder), .. new[] { "empty", "messages", "test" }.Select(name => $"grpc/testing/{name}.proto")]);
        return folder;
    }

    private static string[] PythonOutput(string folder) =>
        [$"--plugin=protoc-gen-grpc_python={ForeignTool.GrpcPythonPlugin}", $"--python_out={folder}", $"--grpc_python_out={folder}"];

    private static async Task<string> MakeConnectAsync()
    {
        var folder = FolderOf("connect");
        await RunServiceAsync(
            [$"--plugin=protoc-gen-es={Path.Combine(Places.NodePackages, ".bin", "protoc-gen-es")}", $"--es_out=target=js,import_extension=js:{folder}"]);
        return folder;
    }

    private static string FolderOf(string client)
    {
        // Inside the clients' folder, because generated JavaScript looks for its runtime in the folders above it.
        return Directory.CreateDirectory(Path.Combine(Places.Clients, "obj", client)).FullName;
    }

    private static async Task RunServiceAsync(string[] output)
    {
        await NodePackages.InstalledAsync();
        var schema = Directory.GetFiles(Path.Combine(Places.Protos, "symbiosis", "v1"), "*.proto").Order();
        await RunAsync(
        [
            "-I", Places.Protos, "-I", Path.Combine(Places.NodePackages, "google-proto-files"),
            .. output, .. schema, "google/rpc/status.proto", "google/rpc/error_details.proto",
        ]);
    }

    private static async Task RunAsync(string[] arguments)
    {
        var run = await ProgramRun.OfAsync(ForeignTool.Protoc, arguments);
        run.Succeeded();
    }
}
