using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>Fills what a question leaves out and keeps account of it.</summary>
internal sealed class FilledValues
{
    private readonly List<FilledValue> values = [];

    /// <summary>What was filled in.</summary>
    public IReadOnlyList<FilledValue> Values => values;

    /// <summary>The value that was given, else the typical one.</summary>
    public double Take(string field, double? given, TypicalFigure typical)
    {
        if (given is { } value)
            return value;
        values.Add(new FilledValue
        {
            Field = field,
            Value = Math.Round(typical.Typical, 4).ToString(CultureInfo.InvariantCulture),
            Unit = typical.Unit,
            Quality = typical.Quality,
            Note = typical.Note,
        });
        return typical.Typical;
    }

    /// <summary>The factors over the day that were given, else a shape for the hours.</summary>
    public IReadOnlyList<double> DayFactors(string field, IReadOnlyList<double> given, double hoursPerYear, TypicalValues typical)
    {
        if (given.Count > 0)
            return given;
        values.Add(new FilledValue { Field = field, Value = "", Quality = Quality.Estimate, Note = typical.DayShapeNote(hoursPerYear) });
        return typical.DayShape(hoursPerYear);
    }
}
