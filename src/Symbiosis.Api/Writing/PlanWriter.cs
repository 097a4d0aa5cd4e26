using Google.Protobuf;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Writing;

/// <summary>The only way from a <see cref="Plan"/> to a message or JSON.</summary>
public static class PlanWriter
{
    private static readonly JsonFormatter s_dense = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));
    private static readonly JsonFormatter s_indented = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithIndentation("  "));

    /// <summary>The plan as a message.</summary>
    public static V1.Plan Write(Plan plan) => PlanMapping.Write(plan);

    /// <summary>The plan as protobuf JSON with the schema's snake_case names; absent and zero fields are left out.</summary>
    public static string WriteJson(Plan plan, bool indented) => (indented ? s_indented : s_dense).Format(Write(plan));
}
