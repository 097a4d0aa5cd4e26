using Google.Protobuf.Reflection;

namespace Symbiosis.Api.Tests.Compatibility;

/// <summary>What in a schema breaks clients of an older one. Additions break nobody.</summary>
internal static class SchemaBreaks
{
    /// <summary>All breaks, each in a sentence; files of other packages than <paramref name="package"/> are not looked at.</summary>
    public static IReadOnlyList<string> Find(FileDescriptorSet released, FileDescriptorSet current, string package)
    {
        var breaks = new List<string>();
        var (before, after) = (Own(released, package), Own(current, package));
        Compare(Messages(before), Messages(after), "message", CompareMessage, breaks);
        Compare(Enums(before), Enums(after), "enum", CompareEnum, breaks);
        Compare(
            before.SelectMany(file => file.Service).ToDictionary(service => service.Name),
            after.SelectMany(file => file.Service).ToDictionary(service => service.Name),
            "service", CompareService, breaks);
        return breaks;
    }

    private static List<FileDescriptorProto> Own(FileDescriptorSet set, string package) => [.. set.File.Where(file => file.Package == package)];

    // A map's entry is a nested message as well, so that its key and value are compared like any field.
    private static Dictionary<string, DescriptorProto> Messages(IEnumerable<FileDescriptorProto> files)
    {
        var found = new Dictionary<string, DescriptorProto>();
        void Add(string name, DescriptorProto message)
        {
            found.Add(name, message);
            foreach (var nested in message.NestedType) Add($"{name}.{nested.Name}", nested);
        }

        foreach (var message in files.SelectMany(file => file.MessageType)) Add(message.Name, message);
        return found;
    }

    private static Dictionary<string, EnumDescriptorProto> Enums(List<FileDescriptorProto> files) =>
        files.SelectMany(file => file.EnumType).Select(type => (type.Name, type))
            .Concat(Messages(files).SelectMany(message => message.Value.EnumType.Select(type => ($"{message.Key}.{type.Name}", type))))
            .ToDictionary(entry => entry.Item1, entry => entry.Item2);

    private static void Compare<T>(
        Dictionary<string, T> before, Dictionary<string, T> after, string kind, Action<string, T, T, List<string>> compare, List<string> breaks)
    {
        foreach (var (name, old) in before)
        {
            if (after.TryGetValue(name, out var now)) compare(name, old, now, breaks);
            else breaks.Add($"{kind} {name} is gone");
        }
    }

    private static void CompareMessage(string name, DescriptorProto before, DescriptorProto after, List<string> breaks)
    {
        foreach (var old in before.Field)
        {
            var path = $"{name}.{old.Name}";
            if (after.Field.FirstOrDefault(field => field.Number == old.Number) is not { } now)
            {
                var other = after.Field.FirstOrDefault(field => field.Name == old.Name);
                breaks.Add(other is null ? $"field {path} is gone" : $"field {path} has number {other.Number} instead of {old.Number}");
                continue;
            }

            // JSON has the names, so a new name breaks as much as a new number.
            if (now.Name != old.Name || now.JsonName != old.JsonName) breaks.Add($"field {path} is called {now.Name}");
            if (now.Type != old.Type || now.TypeName != old.TypeName) breaks.Add($"field {path} is a {Kind(now)} instead of a {Kind(old)}");
            if (now.Label != old.Label) breaks.Add($"field {path} is {Label(now)} instead of {Label(old)}");
            else if (Choice(before, old) != Choice(after, now)) breaks.Add($"field {path} belongs to '{Choice(after, now)}' instead of '{Choice(before, old)}'");
            else if (now.Proto3Optional != old.Proto3Optional) breaks.Add($"field {path} {(now.Proto3Optional ? "became optional" : "is no more optional")}");
        }

        // What was reserved may have been in use once.
        foreach (var number in before.ReservedRange.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start)))
        {
            if (after.Field.FirstOrDefault(field => field.Number == number) is { } reused) breaks.Add($"field {name}.{reused.Name} takes the reserved number {number}");
        }
    }

    private static void CompareEnum(string name, EnumDescriptorProto before, EnumDescriptorProto after, List<string> breaks)
    {
        foreach (var old in before.Value)
        {
            if (after.Value.FirstOrDefault(value => value.Name == old.Name) is not { } now) breaks.Add($"enum value {name}.{old.Name} is gone");
            else if (now.Number != old.Number) breaks.Add($"enum value {name}.{old.Name} is {now.Number} instead of {old.Number}");
        }
    }

    private static void CompareService(string name, ServiceDescriptorProto before, ServiceDescriptorProto after, List<string> breaks)
    {
        foreach (var old in before.Method)
        {
            var path = $"{name}.{old.Name}";
            if (after.Method.FirstOrDefault(method => method.Name == old.Name) is not { } now)
            {
                breaks.Add($"method {path} is gone");
                continue;
            }

            if (now.InputType != old.InputType) breaks.Add($"method {path} takes {now.InputType} instead of {old.InputType}");
            if (now.OutputType != old.OutputType) breaks.Add($"method {path} answers {now.OutputType} instead of {old.OutputType}");
            if ((now.ClientStreaming, now.ServerStreaming) != (old.ClientStreaming, old.ServerStreaming)) breaks.Add($"method {path} streams otherwise");
        }
    }

    private static string Kind(FieldDescriptorProto field) => field.TypeName.Length > 0 ? field.TypeName : field.Type.ToString().ToLowerInvariant();

    private static string Label(FieldDescriptorProto field) => field.Label.ToString().ToLowerInvariant();

    // The choice that `optional` makes behind the scenes is none.
    private static string Choice(DescriptorProto message, FieldDescriptorProto field) =>
        field.HasOneofIndex && !field.Proto3Optional ? message.OneofDecl[field.OneofIndex].Name : "";
}
