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
        var shape = typical.DayShape(hoursPerYear);
        var factors = shape.Distinct().Count() == 1 ? shape.Take(1) : shape;
        values.Add(new FilledValue
        {
            Field = field,
            Value = string.Join(' ', factors.Select(factor => Math.Round(factor, 4).ToString(CultureInfo.InvariantCulture))),
            Quality = Quality.Estimate,
            Note = typical.DayShapeNote(hoursPerYear),
        });
        return shape;
    }
}
