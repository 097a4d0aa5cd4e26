using Symbiosis.Api.Reading;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>Parks of the repository.</summary>
internal static class Parks
{
    /// <summary>The smallest park with everything in it; its best plan costs 10,766,400 CNY.</summary>
    public static Park ThreePlants() => ParkReader.ParseJson(File.ReadAllBytes(PathOf("three-plants"))).Value!;

    /// <summary>A copper cluster that takes half a minute.</summary>
    public static Park Guixi() => ParkFile.ReadMessage(PathOf("guixi-copper")).Value!;

    /// <summary>Recycled copper and aluminium, 13 plants.</summary>
    public static Park Fengcheng() => ParkFile.ReadMessage(PathOf("fengcheng-recycled")).Value!;

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Symbiosis.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static string PathOf(string park) => Path.Combine(Root(), "data", "parks", park, "park.json");
}
