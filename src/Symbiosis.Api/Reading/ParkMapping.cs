using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of park.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class ParkMapping
{
    public static Park Read(V1.Park message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        Description = TextOrNull(message.Description),
        Time = TimeMapping.Read(message.Time ?? new()),
        Profiles = [.. message.Profiles.Select(TimeMapping.Read)],
        ProfilesCsv = TextOrNull(message.ProfilesCsv),
        Sites = [.. message.Sites.Select(NetworkMapping.Read)],
        Junctions = [.. message.Junctions.Select(NetworkMapping.Read)],
        Corridors = [.. message.Corridors.Select(NetworkMapping.Read)],
        Network = NetworkMapping.Read(message.Network ?? new()),
        Carriers = [.. message.Carriers.Select(NetworkMapping.Read)],
        Sizes = [.. message.Sizes.Select(NetworkMapping.Read)],
        Materials = [.. message.Materials.Select(MaterialMapping.Read)],
        TransportModes = [.. message.TransportModes.Select(MaterialMapping.Read)],
        Fuels = [.. message.Fuels.Select(PowerMapping.Read)],
        Tariffs = [.. message.Tariffs.Select(PowerMapping.Read)],
        Plants = [.. message.Plants.Select(Read)],
        Contracts = [.. message.Contracts.Select(Read)],
        Economics = PolicyMapping.Read(message.Economics ?? new()),
        Policy = PolicyMapping.Read(message.Policy ?? new()),
        Sources = [.. message.Sources.Select(ProvenanceMapping.Read)],
    };

    public static Plant Read(V1.Plant message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        NameZh = TextOrNull(message.NameZh),
        SiteId = message.SiteId,
        CandidateSiteIds = [.. message.CandidateSiteIds],
        Sector = (Sector)message.Sector,
        Owner = TextOrNull(message.Owner),
        Visibility = (Visibility)message.Visibility,
        Illustrative = message.Illustrative,
        DefaultApproachK = message.HasDefaultApproachK ? message.DefaultApproachK : 10,
        Streams = [.. message.Streams.Select(HeatMapping.Read)],
        HotUtilities = [.. message.HotUtilities.Select(HeatMapping.Read)],
        ColdUtilities = [.. message.ColdUtilities.Select(HeatMapping.Read)],
        Recovery = message.Recovery is null ? null : HeatMapping.Read(message.Recovery),
        Stations = [.. message.Stations.Select(HeatMapping.Read)],
        ExcludedCarrierIds = [.. message.ExcludedCarrierIds],
        Outlets = [.. message.Outlets.Select(MaterialMapping.Read)],
        Inlets = [.. message.Inlets.Select(MaterialMapping.Read)],
        Converters = [.. message.Converters.Select(ConverterMapping.Read)],
        Storages = [.. message.Storages.Select(ConverterMapping.Read)],
        Generators = [.. message.Generators.Select(ConverterMapping.Read)],
        GridConnections = [.. message.GridConnections.Select(PowerMapping.Read)],
        Demands = [.. message.Demands.Select(PowerMapping.Read)],
        Supplies = [.. message.Supplies.Select(PowerMapping.Read)],
        Offtakes = [.. message.Offtakes.Select(PowerMapping.Read)],
        Provenance = [.. message.Provenance.Select(ProvenanceMapping.Read)],
    };

    public static Contract Read(V1.Contract message) => new()
    {
        Id = message.Id,
        FromPlantId = message.FromPlantId,
        ToPlantId = message.ToPlantId,
        CarrierId = TextOrNull(message.CarrierId),
        MaterialId = TextOrNull(message.MaterialId),
        MinFlowKw = message.MinFlowKw,
        FlowProfileId = TextOrNull(message.FlowProfileId),
        LastYear = message.HasLastYear ? message.LastYear : null,
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
