using System.Globalization;
using Symbiosis.Api.Errors;

namespace Symbiosis.Server.Hosting;

/// <summary>Lets JSON callers have all faults of a park at once: their errors are bodies, and the limit on a gRPC answer's metadata does not concern them.</summary>
internal sealed class ErrorRoom(RequestDelegate next)
{
    private static readonly string s_size = RichErrors.LargestMaxByteCount.ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs for each request, before JSON is disguised as gRPC.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasJsonContentType())
            context.Request.Headers.TryAdd(RichErrors.SizeHeader, s_size);
        return next(context);
    }
}
