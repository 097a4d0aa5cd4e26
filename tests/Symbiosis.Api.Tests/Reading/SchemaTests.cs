using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace Symbiosis.Api.Tests.Reading;

/// <summary>Rules that every field of the schema keeps, read from the .proto files and the descriptors.</summary>
public sealed partial class SchemaTests
{
    private static readonly FileDescriptor[] s_inputFiles = [V1.ParkReflection.Descriptor, V1.ScenarioReflection.Descriptor];

    // The units that a field's name can end in; such a number has a possible range.
    private static readonly string[] s_unitEnds = ["_kw", "_kwh", "_celsius", "_k", "_m", "_km", "_hours", "_cny", "_t_per_h", "_fraction", "_years", "_t", "_tce"];

    public static TheoryData<string> ProtoFiles => [.. Directory.GetFiles(ProtoFolder(), "*.proto", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(ProtoFolder(), path))];

    [Theory]
    [MemberData(nameof(ProtoFiles))]
    public void EveryField_HasACommentThatSaysWhetherItIsRequired(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(ProtoFolder(), file));
        var inOther = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("enum ", StringComparison.Ordinal) || lines[i].StartsWith("extend ", StringComparison.Ordinal)) inOther = true;
            else if (lines[i].StartsWith('}')) inOther = false;
            if (inOther || !FieldLine().IsMatch(lines[i])) continue;

            // A member of a choice is optional by nature; its choice says whether one must be given.
            var inChoice = lines[i].StartsWith("    ", StringComparison.Ordinal);
            var comment = FirstCommentLine(lines, i);
            Assert.True(inChoice ? comment.StartsWith("//", StringComparison.Ordinal) : FirstWord().IsMatch(comment), $"{file}:{i + 1}: {lines[i].Trim()}");
        }
    }

    [Fact]
    public void EveryNumberWithAUnit_HasARange()
    {
        var bare = Messages(s_inputFiles)
            .SelectMany(message => message.Fields.InDeclarationOrder())
            .Where(field => field.FieldType == FieldType.Double && s_unitEnds.Any(end => field.Name.EndsWith(end, StringComparison.Ordinal)))
            .Where(field => Rule(field) is not { HasMin: true, HasMax: true })
            .Select(field => field.FullName);

        Assert.Empty(bare);
    }

    [Fact]
    public void EveryReference_NamesAKindThatIsDefined()
    {
        var fields = Messages(s_inputFiles).SelectMany(message => message.Fields.InDeclarationOrder()).Select(Rule).ToList();

        var defined = fields.Select(rule => rule?.Defines ?? "");
        var referred = fields.Select(rule => rule?.RefersTo ?? "");

        Assert.Empty(referred.Except(defined));
    }

    [Fact]
    public void EveryRange_IsInOrderAndHoldsTheDefault()
    {
        foreach (var field in Messages(s_inputFiles).SelectMany(message => message.Fields.InDeclarationOrder()))
        {
            if (Rule(field) is not { } rule) continue;
            var (min, max) = (rule.HasMin ? rule.Min : double.NegativeInfinity, rule.HasMax ? rule.Max : double.PositiveInfinity);
            Assert.True(min <= max, field.FullName);
            if (rule.HasLikelyMin) Assert.InRange(rule.LikelyMin, min, max);
            if (rule.HasLikelyMax) Assert.InRange(rule.LikelyMax, min, max);
            if (rule.HasDefaultNumber) Assert.InRange(rule.DefaultNumber, min, max);
        }
    }

    [Fact]
    public void Choices_AreTheThreeThatMustBeMade()
    {
        var choices = Messages(s_inputFiles).SelectMany(message => message.Oneofs).Where(choice => !choice.IsSynthetic).Select(choice => choice.FullName);

        Assert.Equal(["symbiosis.v1.Contract.flow", "symbiosis.v1.Port.flow", "symbiosis.v1.Storage.content"], choices.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s+(optional |repeated )?[\w.]+ \w+ = \d+")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^// (Required\.|Optional\.|Output only\.)")]
    private static partial Regex FirstWord();

    private static V1.FieldRule? Rule(FieldDescriptor field) => field.GetOptions()?.GetExtension(V1.RulesExtensions.Rule);

    private static IEnumerable<MessageDescriptor> Messages(IEnumerable<FileDescriptor> roots)
    {
        var files = new Dictionary<string, FileDescriptor>(StringComparer.Ordinal);
        var open = new Stack<FileDescriptor>(roots);
        while (open.TryPop(out var file))
        {
            if (!file.Package.StartsWith("symbiosis", StringComparison.Ordinal) || file.Name.EndsWith("rules.proto", StringComparison.Ordinal) || !files.TryAdd(file.Name, file)) continue;
            foreach (var dependency in file.Dependencies) open.Push(dependency);
        }

        return files.Values.SelectMany(file => file.MessageTypes);
    }

    private static string FirstCommentLine(string[] lines, int fieldIndex)
    {
        var index = fieldIndex - 1;
        while (index > 0 && lines[index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)) index--;
        return lines[index].Trim();
    }

    private static string ProtoFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Symbiosis.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "protos");
    }
}
