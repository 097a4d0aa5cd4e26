using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.Http;

/// <summary>A request body that is read from elsewhere.</summary>
internal sealed class RequestBodyPipe(PipeReader reader) : IRequestBodyPipeFeature
{
    public PipeReader Reader => reader;
}
