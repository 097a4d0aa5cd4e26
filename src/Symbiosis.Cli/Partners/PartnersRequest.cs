using System.Globalization;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Partners;

/// <summary>What the command line of <c>partners</c> asks for, as texts; <see cref="ToMessage"/> checks them.</summary>
internal sealed record PartnersRequest
{
    private const string HeatKwOption = "--heat-kw";
    private const string CelsiusOption = "--celsius";
    private const string MaterialOption = "--material";
    private const string TonnesOption = "--tonnes-per-hour";
    private const string PowerOption = "--power-kw";

    public IReadOnlyList<string> ParkPaths { get; init; } = [];

    public IReadOnlyList<string> ParkNames { get; init; } = [];

    public string? Plant { get; init; }

    public string? Element { get; init; }

    public bool IsOffer { get; init; }

    public bool IsNeed { get; init; }

    public string? HeatKw { get; init; }

    public string? Celsius { get; init; }

    public string? ReturnCelsius { get; init; }

    public string? Hours { get; init; }

    public string? Material { get; init; }

    public string? TonnesPerHour { get; init; }

    public string? Contents { get; init; }

    public string? PowerKw { get; init; }

    public string? Price { get; init; }

    public string? At { get; init; }

    public string? Limit { get; init; }

    public string? RuledOut { get; init; }

    public string? Owner { get; init; }

    public bool IsJson { get; init; }

    /// <summary>The question as a message; the parks that are sent are not in it yet.</summary>
    /// <param name="hasDegrees">Whether the park's coordinates are degrees; null: it is not known.</param>
    /// <exception cref="BadInputException">Something is missing or no number; all that is missing is named at once.</exception>
    public V1.FindPartnersRequest ToMessage(bool? hasDegrees)
    {
        var request = new V1.FindPartnersRequest { ParkNames = { ParkNames }, Owner = Owner ?? "", Side = Side() };
        if (Limit is not null)
            request.Limit = Count("--limit", Limit);
        if (RuledOut is not null)
            request.RuledOutLimit = Count("--ruled-out", RuledOut);

        bool[] subjects = [Plant is not null, (HeatKw ?? Celsius) is not null, (Material ?? TonnesPerHour) is not null, PowerKw is not null];
        switch (subjects.Count(given => given))
        {
            case 0:
                throw new BadInputException(PartnerMessages.NothingAsked);
            case > 1:
                throw new BadInputException(PartnerMessages.TooMuchAsked);
        }

        if (Plant is { } plant)
            request.Element = ElementOf(plant);
        else
            SetFigures(request, hasDegrees);
        return request;
    }

    /// <summary>Whether the place is said by coordinates.</summary>
    public bool HasCoordinates => At?.Contains(',', StringComparison.Ordinal) == true;

    private V1.PartnerSide Side()
    {
        if (IsOffer && IsNeed)
            throw new BadInputException(PartnerMessages.BothSides);
        return IsOffer ? V1.PartnerSide.Offer : IsNeed ? V1.PartnerSide.Need : V1.PartnerSide.Unspecified;
    }

    private V1.ElementSubject ElementOf(string plant)
    {
        var (parkId, plantId) = Split(plant);
        return new V1.ElementSubject { ParkId = parkId, PlantId = plantId, ElementId = Element ?? "" };
    }

    private void SetFigures(V1.FindPartnersRequest request, bool? hasDegrees)
    {
        if (Element is not null)
            throw new BadInputException(PartnerMessages.ElementWithoutPlant);

        var isHeat = (HeatKw ?? Celsius) is not null;
        var isMaterial = (Material ?? TonnesPerHour) is not null;
        (string Option, bool IsMissing)[] needed =
        [
            ("--offer|--need", !IsOffer && !IsNeed),
            (HeatKwOption, isHeat && HeatKw is null),
            (CelsiusOption, isHeat && Celsius is null),
            (MaterialOption, isMaterial && Material is null),
            (TonnesOption, isMaterial && TonnesPerHour is null),
            ("--at", At is null),
        ];
        var missing = needed.Where(option => option.IsMissing).Select(option => option.Option).ToList();
        if (missing.Count > 0)
        {
            throw new BadInputException(
                PartnerMessages.FiguresMissing,
                string.Join(", ", missing),
                isHeat ? "partners PARK --offer --heat-kw 400 --celsius 180 --hours 8000 --at NODE"
                    : isMaterial ? "partners PARK --offer --material slag --tonnes-per-hour 3 --hours 8000 --at NODE" : "partners PARK --need --power-kw 500 --hours 8000 --at NODE");
        }

        request.Place = PlaceOf(At!, hasDegrees);
        if (isHeat)
            request.Heat = Heat();
        else if (isMaterial)
            request.Material = MaterialSubject();
        else
            request.Power = Power();
    }

    private V1.HeatSubject Heat()
    {
        var heat = new V1.HeatSubject { HeatKw = Number(HeatKwOption, HeatKw!), SupplyCelsius = Number(CelsiusOption, Celsius!) };
        if (ReturnCelsius is not null)
            heat.ReturnCelsius = Number("--return-celsius", ReturnCelsius);
        if (Hours is not null)
            heat.HoursPerYear = Number("--hours", Hours);
        if (Price is not null)
            heat.PriceCnyPerKwh = Number("--price", Price);
        return heat;
    }

    private V1.MaterialSubject MaterialSubject()
    {
        var material = new V1.MaterialSubject { MaterialId = Material!, FlowTPerH = Number(TonnesOption, TonnesPerHour!) };
        if (Hours is not null)
            material.HoursPerYear = Number("--hours", Hours);
        if (Price is not null && IsOffer)
            material.DisposalCnyPerT = Number("--price", Price);
        else if (Price is not null)
            material.PriceCnyPerT = Number("--price", Price);
        foreach (var part in Contents?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } component, var share])
                throw new BadInputException(PartnerMessages.ContentsWrong, part);
            material.Composition.Add(new V1.Content { Component = component, Fraction = Number("--contents", share) });
        }

        return material;
    }

    private V1.PowerSubject Power()
    {
        var power = new V1.PowerSubject { PowerKw = Number(PowerOption, PowerKw!) };
        if (Hours is not null)
            power.HoursPerYear = Number("--hours", Hours);
        if (Price is not null)
            power.PriceCnyPerKwh = Number("--price", Price);
        return power;
    }

    private static V1.PartnerPlace PlaceOf(string at, bool? hasDegrees)
    {
        var (parkId, place) = Split(at);
        if (!place.Contains(',', StringComparison.Ordinal))
            return new V1.PartnerPlace { ParkId = parkId, NodeId = place };
        if (place.Split(',', StringSplitOptions.TrimEntries) is not [var first, var second])
            throw new BadInputException(PartnerMessages.PlaceWrong, at);

        var (one, other) = (Number("--at", first), Number("--at", second));

        // Of a park that only a server has it is not known here; two numbers that can be degrees are taken for them.
        return hasDegrees ?? (Math.Abs(one) <= 90 && Math.Abs(other) <= 180)
            ? new V1.PartnerPlace { ParkId = parkId, LatitudeDegrees = one, LongitudeDegrees = other }
            : new V1.PartnerPlace { ParkId = parkId, XM = one, YM = other };
    }

    private static (string ParkId, string Name) Split(string text)
    {
        var end = text.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? ("", text) : (text[..end], text[(end + 1)..]);
    }

    private static double Number(string option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new BadInputException(PartnerMessages.NumberWrong, option, text);

    private static int Count(string option, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw new BadInputException(PartnerMessages.CountWrong, option, text);
}
