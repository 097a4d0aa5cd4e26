using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Hosting;

/// <summary>Headers that keep browsers from doing more with an answer than showing it. gRPC clients are no browsers and get none.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, SymbiosisOptions options)
{
    private const string Grpc = "application/grpc";
    private const string HstsValue = "max-age=31536000";

    /// <summary>Runs for each request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    private Task Add(object state)
    {
        var response = ((HttpContext)state).Response;
        var type = response.ContentType ?? "";
        if (type == Grpc || type.StartsWith(Grpc + "+", StringComparison.Ordinal))
            return Task.CompletedTask;

        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (options.Listen.Origins.Count == 0)
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (options.Tls.IsOn)
            headers.StrictTransportSecurity = HstsValue;
        return Task.CompletedTask;
    }
}
