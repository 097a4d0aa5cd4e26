using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>A call that came over HTTP.</summary>
internal interface IHttpContextHolder
{
    /// <summary>Where wrapped contexts find the request in their user state.</summary>
    const string Key = "__HttpContext";

    /// <summary>The request.</summary>
    HttpContext HttpContext { get; }
}
