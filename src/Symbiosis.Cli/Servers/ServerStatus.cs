using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Servers;

/// <summary>Reads the status with which a server ends a call.</summary>
internal static class ServerStatus
{
    /// <summary>Cause and cure in our words, with the violations the server found.</summary>
    public static ServerException Read(RpcException fault, ServerAddress address)
    {
        var status = fault.GetRpcStatus(ignoreParseError: true);
        var said = fault.Status.Detail;
        return fault.StatusCode switch
        {
            StatusCode.InvalidArgument or StatusCode.PermissionDenied when RichErrorReader.Violations(status).Count > 0 || fault.StatusCode == StatusCode.InvalidArgument => new ServerException(ExitCode.BadInput, ServerMessages.WrongRequest, address, said)
            {
                Violations = RichErrorReader.Violations(status),
                OmittedCount = RichErrorReader.OmittedCount(status),
            },
            StatusCode.NotFound => new ServerException(ExitCode.BadInput, ServerMessages.WrongRequest, address, said),
            StatusCode.Unauthenticated or StatusCode.PermissionDenied =>
                new ServerException(ExitCode.BadInput, address.ApiKey is null ? ServerMessages.RefusedWithoutKey : ServerMessages.Refused, address, said),
            StatusCode.ResourceExhausted when RichErrorReader.RetryDelay(status) is { } delay =>
                new ServerException(ExitCode.Fault, ServerMessages.NoRoomUntil, address, said, Math.Ceiling(delay.TotalSeconds)),
            StatusCode.ResourceExhausted => new ServerException(ExitCode.Fault, ServerMessages.NoRoom, address, said),
            _ when Innermost(fault).Contains("HTTP_1_1_REQUIRED", StringComparison.Ordinal) => new ServerException(ExitCode.BadInput, ServerMessages.WrongPort, address),
            StatusCode.Unavailable => new ServerException(ExitCode.Fault, ServerMessages.Unreachable, address, Innermost(fault)),
            StatusCode.Unimplemented => new ServerException(ExitCode.Fault, ServerMessages.NotOurs, address, said),
            _ => new ServerException(ExitCode.Fault, ServerMessages.Failed, address, fault.StatusCode, said),
        };
    }

    // "The SSL connection could not be established" says less than the exception within it.
    private static string Innermost(RpcException fault)
    {
        var cause = fault.Status.DebugException;
        while (cause?.InnerException is { } inner)
            cause = inner;
        return cause?.Message ?? fault.Status.Detail;
    }
}
