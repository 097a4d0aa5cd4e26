using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from a request of Explain to a <see cref="PairQuestion"/>; park, scenario and options are read elsewhere.</summary>
public static class PairQuestionReader
{
    /// <summary>The pair; its ids must exist in the park. Paths are those of the request's fields: from_plant_id, carrier_id, ...</summary>
    public static Validated<PairQuestion> Read(V1.ExplainRequest request, Park park)
    {
        var violations = new ViolationList();
        var plants = park.Plants.Select(plant => plant.Id).ToList();
        CheckId("from_plant_id", request.FromPlantId, "plant", plants, violations);
        CheckId("to_plant_id", request.ToPlantId, "plant", plants, violations);
        if (request.FromPlantId.Length > 0 && request.FromPlantId == request.ToPlantId)
            violations.Error("to_plant_id", ViolationCodes.PairWithSelf, "Donor and receiver are one plant. Name two.", request.ToPlantId);

        switch (request.FlowCase)
        {
            case V1.ExplainRequest.FlowOneofCase.CarrierId:
                CheckId("carrier_id", request.CarrierId, "carrier", [.. park.Carriers.Select(carrier => carrier.Id)], violations);
                break;
            case V1.ExplainRequest.FlowOneofCase.MaterialId:
                CheckId("material_id", request.MaterialId, "material", [.. park.Materials.Select(material => material.Id)], violations);
                break;
            default:
                violations.Error("carrier_id", ViolationCodes.Required, "Give carrier_id or material_id: what would flow.");
                break;
        }

        var question = new PairQuestion
        {
            FromPlantId = request.FromPlantId,
            ToPlantId = request.ToPlantId,
            CarrierId = request.FlowCase == V1.ExplainRequest.FlowOneofCase.CarrierId ? request.CarrierId : null,
            MaterialId = request.FlowCase == V1.ExplainRequest.FlowOneofCase.MaterialId ? request.MaterialId : null,
        };
        return Validated<PairQuestion>.Create(question, violations.Violations);
    }

    private static void CheckId(string path, string id, string kind, IReadOnlyList<string> known, ViolationList violations)
    {
        if (id.Length == 0)
            violations.Error(path, ViolationCodes.Required, $"Give the id of a {kind}.");
        else if (!known.Contains(id))
            violations.Error(path, ViolationCodes.UnknownId, $"The park has no {kind} '{id}'.{NearestName.Question(id, known)}", id);
    }
}
