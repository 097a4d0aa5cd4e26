using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Tests.Wording;

public sealed partial class MessageTests
{
    public static TheoryData<string> Names => [.. All().Select(message => message.Name)];

    [Fact]
    public void All_IsTheWholeTable() => Assert.InRange(All().Count(), 200, 1000);

    [Theory]
    [MemberData(nameof(Names))]
    public void Message_BothLanguages_AreThereAndHaveTheSamePlaces(string name)
    {
        var message = All().First(entry => entry.Name == name).Message;

        Assert.NotEqual("", message.English.Trim());
        Assert.NotEqual("", message.Chinese.Trim());
        Assert.Equal(Places(message.English), Places(message.Chinese));
        Assert.DoesNotMatch(ChineseSign(), message.English);
        Assert.True(ChineseSign().IsMatch(message.Chinese) || message.Chinese == message.English, message.Chinese);
    }

    [Fact]
    public void EnumNames_AreComplete()
    {
        Assert.All(Enum.GetValues<Quality>(), quality => Assert.Contains(quality, CodeNames.Qualities.Keys));
        Assert.All(Enum.GetValues<Severity>(), severity => Assert.Contains(severity, CodeNames.Severities.Keys));
    }

    private static IEnumerable<(string Name, Message Message)> All()
    {
        var fields = typeof(Message).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Message).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));
        foreach (var field in fields)
        {
            if (field.GetValue(null) is Message message)
                yield return ($"{field.DeclaringType?.Name}.{field.Name}", message);
            else if (field.GetValue(null) is IDictionary table)
            {
                foreach (DictionaryEntry entry in table)
                    yield return ($"{field.Name}[{entry.Key}]", Assert.IsType<Message>(entry.Value));
            }
        }
    }

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u4E00-\u9FFF\uFF01-\uFF5E]")]
    private static partial Regex ChineseSign();
}
