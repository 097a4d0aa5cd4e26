using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>From an exception to the status that the client is told.</summary>
internal static class HandlerFaults
{
    private const string GenericText = "Exception was thrown by handler.";

    /// <summary>The status; it is logged. Only an <see cref="RpcException"/> is told in its own words, unless detailed errors are on.</summary>
    public static Status ToStatus(Exception exception, HttpServerCall call)
    {
        var settings = call.Settings;
        if (exception is RpcException rpcException)
        {
            settings.Logger.CallFailed(settings.Method.FullName, rpcException.StatusCode, rpcException.Status.Detail, rpcException.Status.DebugException);
            return rpcException.StatusCode == StatusCode.OK ? new Status(StatusCode.Unknown, "An exception with status OK was thrown by handler.") : rpcException.Status;
        }

        settings.Logger.HandlerFailed(exception, settings.Method.FullName);
        var text = settings.Options.EnableDetailedErrors == true ? $"{GenericText} {Describe(exception)}" : GenericText;
        return new Status(StatusCode.Unknown, text, exception);
    }

    private static string Describe(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {exception.Message}";
        return exception.InnerException is { } inner ? $"{text} {Describe(inner)}" : text;
    }
}
