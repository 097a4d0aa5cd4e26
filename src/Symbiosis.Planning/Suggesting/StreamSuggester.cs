using System.Globalization;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Suggesting;

/// <summary>Suggests typical streams, materials and energy of a plant of a known process. Needs no engine and no park. Immutable, thread-safe.</summary>
public sealed class StreamSuggester
{
    private const double HoursPerYear = 8760;
    private const double LargestTonnesPerYear = 1e9;
    private const int MostNames = 5;

    // What a park file may hold; see the rules of heat.proto and material.proto.
    private const double LargestKw = 1e7;
    private const double LargestTonnesPerHour = 1e6;

    private readonly CatalogueIndex catalogue;
    private readonly TypicalValues typical;
    private readonly MaterialLinks links;

    /// <summary>Suggests from catalogue files.</summary>
    public StreamSuggester(IReadOnlyList<Catalogue> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        catalogue = new CatalogueIndex(files);
        typical = TypicalValues.Of(files);
        links = new MaterialLinks(catalogue);
    }

    /// <summary>Whether the catalogue has a process of this id.</summary>
    public bool Knows(string processId) => catalogue.Find("process", processId) is not null;

    /// <summary>Ids of processes that were probably meant, at most five; none where nothing is near.</summary>
    public IReadOnlyList<string> Near(string text)
    {
        var plain = text.Trim().Replace('-', '_').Replace(' ', '_');
        var all = catalogue.OfKind("process").ToList();
        var word = NearestName.Find(plain, all.SelectMany(entry => entry.Id.Split('_')).Where(part => part.Length > 3).Distinct());
        var nearest = NearestName.Find(plain, all.Select(entry => entry.Id));
        var containing = all.Where(entry => plain.Length > 1 && new[] { entry.Id, entry.Name, entry.NameZh, entry.Group }
            .Any(name => name?.Contains(plain, StringComparison.OrdinalIgnoreCase) == true || name?.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase) == true));
        return [.. new[] { nearest }.OfType<string>().Concat(containing.Select(entry => entry.Id))
            .Concat(all.Select(entry => entry.Id).Where(id => word is not null && id.Split('_').Contains(word))).Distinct().Take(MostNames)];
    }

    /// <summary>Suggests.</summary>
    /// <returns>The suggestion, or all faults of the question with the paths of SuggestStreamsRequest.</returns>
    public Validated<StreamSuggestion> Suggest(StreamQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var violations = FaultsOf(question);
        if (violations.Count > 0)
            return Validated<StreamSuggestion>.Create(null, violations);

        var suggestion = Make(question);
        return suggestion.Flows.FirstOrDefault(flow => flow.Value.High > (flow.Unit == "kW" ? LargestKw : LargestTonnesPerHour)) is { } vast
            ? Validated<StreamSuggestion>.Create(null, [new Violation(
                "tonnes_per_year",
                ViolationCodes.OutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"So much in so few hours would make a flow of {vast.Value.High:#,0} {vast.Unit} ({vast.FigureName}), more than a park file may hold."),
                Text(question.TonnesPerYear))])
            : Validated<StreamSuggestion>.Create(suggestion, []);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private List<Violation> FaultsOf(StreamQuestion question)
    {
        var faults = new List<Violation>();
        var entry = catalogue.Find("process", question.ProcessId);
        if (entry is null)
        {
            var near = Near(question.ProcessId) is { Count: > 0 } names ? $"Nearest: {string.Join(", ", names)}." : "'catalogue list process' and ListEntries name them all.";
            faults.Add(new Violation("process", ViolationCodes.UnknownId, $"The catalogue has no process of this id. {near}", question.ProcessId));
        }

        if (question.TonnesPerYear is not (> 0 and <= LargestTonnesPerYear))
            faults.Add(new Violation("tonnes_per_year", ViolationCodes.OutOfRange, "Tonnes of product in a year are above 0 and at most 1,000,000,000.", Text(question.TonnesPerYear)));
        if (question.HoursPerYear is { } hours and not (> 0 and <= HoursPerYear))
            faults.Add(new Violation("hours_per_year", ViolationCodes.OutOfRange, "Hours in a year are above 0 and at most 8,760.", Text(hours)));
        if (entry is not null && question.Product is { } product && !ProductBasis.ProductsOf(entry).Contains(FigureUnit.NameOf(product)))
            faults.Add(new Violation("product", ViolationCodes.UnknownId, $"No figure of the process is per tonne of this product. Known: {string.Join(", ", ProductBasis.ProductsOf(entry))}.", product));
        return faults;
    }

    private StreamSuggestion Make(StreamQuestion question)
    {
        var entry = catalogue.Find("process", question.ProcessId)!;
        var basis = new ProductBasis(entry, question.Product is null ? null : FigureUnit.NameOf(question.Product));
        var (hours, hoursNote) = HoursOf(entry, question);
        var conversion = new FigureConversion(catalogue, typical, entry, basis, question.TonnesPerYear / hours);
        var (flows, leftOut) = (new List<SuggestedFlow>(), new List<LeftOutFigure>());
        foreach (var figure in entry.Figures)
        {
            var read = conversion.Read(figure);
            if (read.Reason is { } reason)
                leftOut.Add(new LeftOutFigure(figure.Name, figure.Kind ?? "", figure.Unit ?? "", reason));
            else
                flows.Add(FlowOf(figure, read, question.HoursPerYear is not null));
        }

        foreach (var material in links.MadeBy(entry.Id).Where(material => flows.TrueForAll(flow => flow.MaterialId != material.Id)).ToList())
        {
            var (yield, reason) = YieldOf(material, basis, conversion);
            if (yield is null)
                leftOut.Add(new LeftOutFigure(material.Id, "material", "", reason));
            else
                flows.Add(FlowOf(yield, conversion.Read(yield), question.HoursPerYear is not null));
        }

        var plant = new PlantSketch(typical, links).Draw(entry, question, flows);
        return new StreamSuggestion
        {
            ProcessId = entry.Id,
            ProcessName = entry.Name ?? entry.Id,
            Product = basis.Product,
            Products = ProductBasis.ProductsOf(entry),
            TonnesPerYear = question.TonnesPerYear,
            HoursPerYear = hours,
            HoursNote = hoursNote,
            Flows = flows,
            LeftOut = leftOut,
            Plant = plant,
            Materials = MaterialsOf(plant),
            Sources = [.. flows.Where(flow => flow.ElementId is not null).SelectMany(flow => flow.SourceIds).Distinct().Select(catalogue.Source).OfType<Source>()],
        };
    }

    private (double Hours, string Note) HoursOf(CatalogueEntry entry, StreamQuestion question)
    {
        if (question.HoursPerYear is { } asked)
            return (asked, "As asked.");
        var known = catalogue.Find("process", entry.Id, "availability") is { Unit: "h/y" } availability ? availability : typical.HoursPerYear();
        return (known.Typical, known.Note);
    }

    private SuggestedFlow FlowOf(CatalogueFigure figure, FigureReading read, bool hoursAreKnown)
    {
        var isMaterial = read.Kind is SuggestedFlowKind.ByProduct or SuggestedFlowKind.Input;
        var isPlaced = read.Celsius is not null || (isMaterial && figure.MaterialId is { } id && links.Find(id) is not null);
        return new SuggestedFlow
        {
            Kind = read.Kind,
            FigureName = figure.Name,
            Value = read.Value,
            Unit = isMaterial ? "t/h" : "kW",
            SupplyCelsius = read.Celsius?.Supply,
            ReturnCelsius = read.Celsius?.Return,
            MaterialId = figure.MaterialId,
            ElementId = isPlaced && read.Value.Typical > 0 ? PlantSketch.ElementId(figure.Name) : null,
            Quality = figure.Quality == Quality.Sourced && hoursAreKnown ? Quality.Derived : figure.Quality == Quality.Sourced ? Quality.Estimate : figure.Quality,
            SourceIds = figure.SourceIds,
            Note = $"{read.Note}. {FlowRemark.Of(figure, read, isPlaced)}",
        };
    }

    // Materials carry their yield where several processes make them alike.
    private static (CatalogueFigure? Yield, string Reason) YieldOf(CatalogueEntry material, ProductBasis basis, FigureConversion conversion)
    {
        if (string.Equals(material.Id.Replace('_', ' '), basis.Product, StringComparison.OrdinalIgnoreCase))
            return (null, "It is the product itself, no by-product.");
        var made = material.Figures.FirstOrDefault(figure => figure.Name == "generation");
        var figure = made is null ? null : made with { Name = material.Id, Kind = "byproduct", MaterialId = material.Id };
        return figure is not null && conversion.Read(figure).Reason is null
            ? (figure, "")
            : (null, $"catalogue/material/{material.Id} names this process as a producer, but the process has no figure of how much.");
    }

    private List<Material> MaterialsOf(Plant plant) =>
    [
        .. plant.Outlets.Select(outlet => outlet.MaterialId).Concat(plant.Inlets.SelectMany(inlet => inlet.Accepts).Select(accepted => accepted.MaterialId)).Distinct()
            .Select(id => links.Find(id.Replace('-', '_'))!),
    ];
}
