using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Writing;

/// <summary>Maps plants as suggestions make them: streams, hot utilities, outlets, inlets. Refuses a plant with anything else, which would be lost.</summary>
internal static class FragmentMapping
{
    /// <exception cref="ArgumentException">The plant has elements that a suggestion has not.</exception>
    public static V1.Plant Write(Plant value)
    {
        if (value.Converters.Count + value.Storages.Count + value.Generators.Count + value.GridConnections.Count + value.Demands.Count + value.Supplies.Count
            + value.Offtakes.Count + value.ColdUtilities.Count + value.Stations.Count > 0)
            throw new ArgumentException("A suggested plant has streams, hot utilities, outlets and inlets only.", nameof(value));
        return new V1.Plant
        {
            Id = value.Id,
            Name = value.Name ?? "",
            NameZh = value.NameZh ?? "",
            SiteId = value.SiteId,
            Sector = (V1.Sector)value.Sector,
            Streams = { value.Streams.Select(Write) },
            HotUtilities = { value.HotUtilities.Select(Write) },
            Outlets = { value.Outlets.Select(Write) },
            Inlets = { value.Inlets.Select(Write) },
            Provenance = { value.Provenance.Select(Write) },
        };
    }

    public static V1.Material Write(Material value) => new()
    {
        Id = value.Id,
        Name = value.Name ?? "",
        NameZh = value.NameZh ?? "",
        Composition = { value.Composition.Select(content => new V1.Content { Component = content.Component, Fraction = content.Fraction }) },
        Hazard = (V1.HazardClass)value.Hazard,
        Provenance = { value.Provenance.Select(Write) },
    };

    public static V1.Source Write(Source value) => new() { Id = value.Id, Title = value.Title, Address = value.Address ?? "", Grade = value.Grade ?? "" };

    private static V1.HeatStream Write(HeatStream value)
    {
        var message = new V1.HeatStream
        {
            Id = value.Id,
            Name = value.Name ?? "",
            Kind = (V1.StreamKind)value.Kind,
            SupplyCelsius = value.SupplyCelsius,
            TargetCelsius = value.TargetCelsius,
            HeatKw = value.HeatKw,
            MustCool = value.MustCool,
            Provenance = { value.Provenance.Select(Write) },
        };
        if (value.ApproachK is { } approach) message.ApproachK = approach;
        return message;
    }

    private static V1.HotUtility Write(HotUtility value) => new()
    {
        Id = value.Id,
        Name = value.Name ?? "",
        SupplyCelsius = value.SupplyCelsius,
        PriceCnyPerKwh = value.PriceCnyPerKwh,
        Co2KgPerKwh = value.Co2KgPerKwh,
        Provenance = { value.Provenance.Select(Write) },
    };

    private static V1.Outlet Write(Outlet value) => new()
    {
        Id = value.Id,
        Name = value.Name ?? "",
        MaterialId = value.MaterialId,
        FlowTPerH = value.FlowTPerH,
        DisposalCnyPerT = value.DisposalCnyPerT,
        Provenance = { value.Provenance.Select(Write) },
    };

    private static V1.Inlet Write(Inlet value) => new()
    {
        Id = value.Id,
        Name = value.Name ?? "",
        FlowTPerH = value.FlowTPerH,
        Required = value.Required,
        Accepts = { value.Accepts.Select(accepted => new V1.Acceptance { MaterialId = accepted.MaterialId }) },
        Purchases = { value.Purchases.Select(bought => new V1.Purchase { Id = bought.Id, Name = bought.Name ?? "", PriceCnyPerT = bought.PriceCnyPerT }) },
        Provenance = { value.Provenance.Select(Write) },
    };

    private static V1.Provenance Write(Provenance value) => new()
    {
        Field = value.Field ?? "",
        Quality = (V1.Quality)value.Quality,
        SourceIds = { value.SourceIds },
        Note = value.Note ?? "",
    };
}
