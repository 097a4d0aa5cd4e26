using System.Globalization;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>Collects what is wrong with a question; paths begin with "request".</summary>
internal sealed class QuestionFaults
{
    /// <summary>A question that leaves open which of several things is meant.</summary>
    public const string Ambiguous = "AMBIGUOUS";

    private readonly ViolationList list = new();

    /// <summary>What was found.</summary>
    public IReadOnlyList<Violation> Violations => list.Violations;

    /// <summary>Whether nothing was.</summary>
    public bool IsEmpty => list.Violations.Count == 0;

    /// <summary>Adds a fault.</summary>
    public void Add(string path, string code, string sentence, string value = "") => list.Error($"request.{path}", code, sentence, value);

    /// <summary>Adds a fault with its whole path.</summary>
    public void Add(Violation violation) => list.Add(violation);

    /// <summary>Adds an id that nothing has, with the name that was probably meant.</summary>
    public void Unknown(string path, string what, string id, IEnumerable<string> known) =>
        Add(path, ViolationCodes.UnknownId, $"There is no {what} '{id}'.{NearestName.Question(id, known)}", id);

    /// <summary>Checks a number against a range; an absent one passes.</summary>
    public void Range(string path, double? value, double min, double max)
    {
        if (value is { } number && !(number >= min && number <= max))
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            Add(path, double.IsFinite(number) ? ViolationCodes.OutOfRange : ViolationCodes.NotFinite, string.Create(CultureInfo.InvariantCulture, $"{path} must lie between {min} and {max}."), text);
        }
    }
}
