namespace Microsoft.AspNetCore.Builder;

/// <summary>How gRPC-Web is served.</summary>
public class GrpcWebOptions
{
    /// <summary>Whether services that say nothing are served to gRPC-Web clients.</summary>
    /// <value>False.</value>
    public bool DefaultEnabled { get; set; }
}
