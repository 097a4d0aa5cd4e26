using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Solving;
using Symbiosis.V1;

namespace Symbiosis.Server.Optimizing;

/// <summary>Puts a park together that comes in parts, within limits on all of them.</summary>
internal sealed class ParkParts(LimitOptions limits, TimeProvider time)
{
    private const int Megabyte = 1 << 20;
    private static readonly TimeSpan s_retryDelay = TimeSpan.FromSeconds(10);

    /// <summary>Reads all parts.</summary>
    /// <param name="parts">The call's requests.</param>
    /// <param name="account">Takes the bytes.</param>
    /// <param name="cancellationToken">Of the call.</param>
    /// <returns>The first piece, its park merged with those of the others.</returns>
    /// <exception cref="RpcException">A limit.</exception>
    public async Task<OptimizePartsRequest> ReadAsync(IAsyncStreamReader<OptimizePartsRequest> parts, HeldBytes.Account account, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limits.UploadTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        OptimizePartsRequest? whole = null;
        var elementCount = 0L;
        try
        {
            while (await parts.MoveNext(either.Token))
            {
                var part = parts.Current;
                Take(part.ParkPart?.CalculateSize() ?? 0, account);
                elementCount += part.ParkPart is null ? 0 : ElementCount.Of(part.ParkPart);
                if (elementCount > limits.ElementCount)
                    throw TooLarge($"The parts have more than {limits.ElementCount:N0} elements.", "PARK_TOO_MANY_ELEMENTS");

                if (whole is null)
                    whole = part;
                else if (whole.ParkPart is null)
                    whole.ParkPart = part.ParkPart;
                else if (part.ParkPart is not null)
                    whole.ParkPart.MergeFrom(part.ParkPart);
            }
        }
        catch (Exception fault) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested && fault is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            throw RichErrors.Create(
                StatusCode.DeadlineExceeded, $"The parts did not come within {limits.UploadTime.TotalSeconds:0.#} s.", "UPLOAD_TOO_SLOW").ToRpcException();
        }

        return whole ?? new OptimizePartsRequest();
    }

    /// <summary>Takes bytes for a call.</summary>
    /// <exception cref="RpcException">There is no room.</exception>
    public void Take(int byteCount, HeldBytes.Account account)
    {
        if (account.Count + byteCount > (long)limits.ParkMb * Megabyte)
            throw TooLarge($"The park is larger than {limits.ParkMb} MB.", "PARK_TOO_LARGE");
        if (!account.TryAdd(byteCount))
        {
            throw RichErrors.Exhausted(
                "The requests that wait or are worked on are too large altogether.", RichErrors.QueueFull, "server", s_retryDelay).ToRpcException();
        }
    }

    private static RpcException TooLarge(string sentence, string reason) => RichErrors.Create(StatusCode.ResourceExhausted, sentence, reason).ToRpcException();
}
