using Grpc.AspNetCore.Server;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Faults;
using Symbiosis.Server.Observing;

namespace Symbiosis.Server.Security;

/// <summary>Lets a gRPC call in: who is it, may it, is it not too much. Everything else (health pages, schema) passes.</summary>
internal sealed class AdmissionMiddleware(RequestDelegate next, Authenticator authenticator, CallLimiter limiter, ServerMeters meters)
{
    /// <summary>Runs for each request, after routing.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>() is null
            || endpoint.Metadata.GetMetadata<AccessRule>() is { IsOpen: true }
            || !HttpMethods.IsPost(context.Request.Method))
        {
            // What is no POST never reaches a handler.
            await next(context);
            return;
        }

        if (await authenticator.FindCallerAsync(context) is not { } caller)
        {
            Refuse(context, RichErrors.Create(
                StatusCode.Unauthenticated,
                "The call needs a valid API key or token: metadata 'authorization: Bearer ...'. What was sent is missing, wrong, expired or revoked.",
                "UNAUTHENTICATED"));
            return;
        }

        context.Features.Set(caller);
        if (endpoint.Metadata.GetMetadata<AccessRule>() is not { } rule || (rule.Scope is { } scope && !caller.Scopes.Contains(scope)))
        {
            var needed = endpoint.Metadata.GetMetadata<AccessRule>()?.Scope ?? "none gives it";
            Refuse(context, RichErrors.Create(
                StatusCode.PermissionDenied,
                $"The credential does not allow this call; it needs the scope '{needed}'.",
                "SCOPE_MISSING",
                new Dictionary<string, string> { ["scope"] = needed }));
            return;
        }

        using var lease = limiter.TryBegin(caller, out var refusal);
        if (lease is null)
        {
            meters.RateLimited(caller.Tenant);
            Refuse(context, RichErrors.Exhausted($"Too many {refusal!.What}.", RichErrors.RateLimited, $"credential:{caller.Credential}", refusal.RetryAfter));
            return;
        }

        await next(context);
    }

    private static void Refuse(HttpContext context, Google.Rpc.Status status) => GrpcRefusal.Write(context, status);
}
