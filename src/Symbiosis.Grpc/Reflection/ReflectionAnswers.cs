using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using static Grpc.Reflection.V1.ServerReflectionRequest;

namespace Grpc.Reflection;

/// <summary>Answers the questions of one stream. A file that went over the stream before is not sent again unless it is asked for.</summary>
internal sealed class ReflectionAnswers(IReadOnlyList<string> services, SymbolRegistry symbols)
{
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            MessageRequestOneofCase.FileByFilename => File(symbols.FileByName(request.FileByFilename), request.FileByFilename),
            MessageRequestOneofCase.FileContainingSymbol => File(symbols.FileContainingSymbol(request.FileContainingSymbol), request.FileContainingSymbol),
            MessageRequestOneofCase.FileContainingExtension => File(
                symbols.FileContainingExtension(request.FileContainingExtension.ContainingType, request.FileContainingExtension.ExtensionNumber),
                $"{request.FileContainingExtension.ContainingType} {request.FileContainingExtension.ExtensionNumber}"),
            MessageRequestOneofCase.AllExtensionNumbersOfType => ExtensionNumbers(request.AllExtensionNumbersOfType),
            MessageRequestOneofCase.ListServices => Services(),
            _ => Error(StatusCode.InvalidArgument, "The request asks nothing."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse Services()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = list };
    }

    private ServerReflectionResponse ExtensionNumbers(string messageName)
    {
        if (symbols.ExtensionNumbers(messageName) is not { } numbers) return NotFound(messageName);
        var answer = new ExtensionNumberResponse { BaseTypeName = messageName };
        answer.ExtensionNumber.AddRange(numbers);
        return new ServerReflectionResponse { AllExtensionNumbersResponse = answer };
    }

    private ServerReflectionResponse File(FileDescriptor? file, string name)
    {
        if (file is null) return NotFound(name);
        var answer = new FileDescriptorResponse();
        _sent.Remove(file.Name);
        AddWithImports(file, answer);
        return new ServerReflectionResponse { FileDescriptorResponse = answer };
    }

    // The file asked for comes first: some clients take the first for the answer.
    private void AddWithImports(FileDescriptor file, FileDescriptorResponse answer)
    {
        if (!_sent.Add(file.Name)) return;
        answer.FileDescriptorProto.Add(file.SerializedData);
        foreach (var import in file.Dependencies)
            AddWithImports(import, answer);
    }

    private static ServerReflectionResponse NotFound(string name) => Error(StatusCode.NotFound, $"'{Short(name)}' is not known.");

    private static string Short(string name) => name.Length <= 200 ? name : name[..200] + "...";

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
