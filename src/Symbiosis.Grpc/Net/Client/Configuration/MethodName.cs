namespace Grpc.Net.Client.Configuration;

/// <summary>Names a method, all methods of a service, or all methods.</summary>
public sealed class MethodName
{
    /// <summary>All methods of all services.</summary>
    public static readonly MethodName Default = new();

    /// <value>Full name of the service. Default: null, all.</value>
    public string? Service { get; set; }

    /// <value>Name of the method. Default: null, all of the service.</value>
    public string? Method { get; set; }
}
