using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>Files of a schema, by file name, by the names they declare and by the extensions they declare.</summary>
public sealed class SymbolRegistry
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    private SymbolRegistry()
    {
    }

    /// <summary>The files and all they import.</summary>
    public static SymbolRegistry FromFiles(IEnumerable<FileDescriptor> fileDescriptors)
    {
        ArgumentNullException.ThrowIfNull(fileDescriptors);
        var registry = new SymbolRegistry();
        foreach (var file in fileDescriptors)
            registry.Add(file);
        return registry;
    }

    /// <summary>The file of this name, as it is imported; null: none.</summary>
    public FileDescriptor? FileByName(string filename) => _files.GetValueOrDefault(filename);

    /// <summary>The file that declares a service, method, message, field, oneof, enum, enum value or extension; null: none. Names have no leading dot.</summary>
    public FileDescriptor? FileContainingSymbol(string symbol) => _symbols.GetValueOrDefault(symbol);

    /// <summary>The file that extends this message by this field; null: none.</summary>
    internal FileDescriptor? FileContainingExtension(string messageName, int fieldNumber) =>
        _extensions.GetValueOrDefault(messageName)?.GetValueOrDefault(fieldNumber);

    /// <summary>Numbers of all fields that extend a message, ascending; null: there is no such message.</summary>
    internal IReadOnlyCollection<int>? ExtensionNumbers(string messageName)
    {
        if (_extensions.TryGetValue(messageName, out var extensions)) return extensions.Keys;
        return _messages.Contains(messageName) ? [] : null;
    }

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file)) return;
        foreach (var import in file.Dependencies)
            Add(import);
        foreach (var service in file.Services)
            AddService(service);
        foreach (var message in file.MessageTypes)
            AddMessage(message);
        foreach (var type in file.EnumTypes)
            AddEnum(type);
        foreach (var extension in file.Extensions.UnorderedExtensions)
            AddExtension(extension);
    }

    private void AddService(ServiceDescriptor service)
    {
        _symbols[service.FullName] = service.File;
        foreach (var method in service.Methods)
            _symbols[method.FullName] = service.File;
    }

    private void AddMessage(MessageDescriptor message)
    {
        _symbols[message.FullName] = message.File;
        _messages.Add(message.FullName);
        foreach (var field in message.Fields.InDeclarationOrder())
            _symbols[field.FullName] = message.File;
        foreach (var choice in message.Oneofs)
            _symbols[choice.FullName] = message.File;
        foreach (var nested in message.NestedTypes)
            AddMessage(nested);
        foreach (var type in message.EnumTypes)
            AddEnum(type);
        foreach (var extension in message.Extensions.UnorderedExtensions)
            AddExtension(extension);
    }

    private void AddEnum(EnumDescriptor type)
    {
        _symbols[type.FullName] = type.File;
        foreach (var value in type.Values)
        {
            // A value's name stands beside its enum's, as in C++; clients ask for either.
            _symbols[value.FullName] = type.File;
            var scope = type.FullName.LastIndexOf('.');
            _symbols[scope < 0 ? value.Name : $"{type.FullName[..scope]}.{value.Name}"] = type.File;
        }
    }

    private void AddExtension(FieldDescriptor extension)
    {
        _symbols[extension.FullName] = extension.File;
        var messageName = extension.ExtendeeType.FullName;
        if (!_extensions.TryGetValue(messageName, out var numbers)) _extensions[messageName] = numbers = [];
        numbers[extension.FieldNumber] = extension.File;
    }
}
