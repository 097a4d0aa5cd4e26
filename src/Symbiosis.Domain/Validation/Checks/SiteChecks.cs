using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Where plants stand, and whether they can be reached.</summary>
internal static class SiteChecks
{
    public static void Check(Park park, ViolationList violations)
    {
        var sites = Places.ById(park.Sites, site => site.Id);
        var junctions = park.Junctions.Select(junction => junction.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, plant) in Places.Plants(park))
        {
            CheckSite(plant.SiteId, $"{path}.site_id", junctions, violations);
            for (var i = 0; i < plant.CandidateSiteIds.Count; i++)
                CheckSite(plant.CandidateSiteIds[i], $"{path}.candidate_site_ids[{i}]", junctions, violations);

            if (!sites.TryGetValue(plant.SiteId, out var site) || !site.Candidate) continue;
            var sentence = $"Site '{site.Id}' is marked candidate, that is empty, but plant '{plant.Id}' stands on it. Clear the mark, or name the site in candidate_site_ids.";
            violations.Error($"{path}.site_id", ViolationCodes.CandidateSiteOccupied, sentence, site.Id);
        }

        CheckReach(park, violations);
    }

    private static void CheckSite(string siteId, string path, HashSet<string> junctions, ViolationList violations)
    {
        if (!junctions.Contains(siteId)) return;
        violations.Error(path, ViolationCodes.NotASite, $"'{siteId}' is a junction; plants stand on sites.", siteId);
    }

    private static void CheckReach(Park park, ViolationList violations)
    {
        if (park.Corridors.Count == 0) return;
        var occupied = park.Plants.Select(plant => plant.SiteId).Distinct(StringComparer.Ordinal).ToList();
        if (occupied.Count < 2) return;

        var alone = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var siteId in occupied)
        {
            if (seen.Contains(siteId)) continue;
            var reached = Reach.From(park, siteId, _ => true, directed: false);
            seen.UnionWith(reached);
            if (occupied.Count(reached.Contains) == 1) alone.Add(siteId);
        }

        foreach (var (path, plant) in Places.Plants(park))
        {
            if (!alone.Contains(plant.SiteId)) continue;
            var sentence = $"No corridor joins site '{plant.SiteId}' of plant '{plant.Id}' to another plant: it cannot be coupled.";
            violations.Warn($"{path}.site_id", ViolationCodes.UnreachableSite, sentence, plant.SiteId);
        }
    }
}
