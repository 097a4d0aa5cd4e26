using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Size of something that can be bought: <c>existing + new</c>, with the cost law of <see cref="Investment"/>.
/// <para>Annuity: I x r / (1 - (1+r)^-n), n the lifetime; a zero rate gives I / n (VDI 2067-1:2012, eq. 17).</para>
/// <para>Creates: <c>new</c>; <c>built</c> (binary) where there is a fixed cost or a smallest size; <c>modules</c> (integer) for whole modules;
/// one <c>segment</c> binary and size per piece of a piecewise law (multiple choice, exact for any shape of the law).</para>
/// </summary>
internal sealed class Sizing
{
    private Sizing(LinearExpression total, double maxTotal, LinearExpression? added, Variable? built)
    {
        Total = total;
        MaxTotal = maxTotal;
        Added = added;
        Built = built;
    }

    /// <summary>Existing and new size, model units.</summary>
    public LinearExpression Total { get; }

    /// <summary>Largest total, model units; infinite where nothing bounds it.</summary>
    public double MaxTotal { get; }

    /// <summary>New size, model units; null where nothing can be bought.</summary>
    public LinearExpression? Added { get; }

    /// <summary>Whether anything is bought; null where no binary was needed.</summary>
    public Variable? Built { get; }

    /// <summary>Whether the size is a number.</summary>
    public bool IsFixed => Added is null;

    /// <summary>Adds the variables, rows and costs of a size.</summary>
    /// <param name="context">The model under construction.</param>
    /// <param name="name">Name of the variables and key of the design.</param>
    /// <param name="offer">What is bought, by whom.</param>
    /// <param name="investment">Cost law; null: nothing can be bought.</param>
    /// <param name="existing">What stands today, kW (or the unit of the thing).</param>
    /// <param name="useful">No size above this can be of use, same unit; may be infinite.</param>
    public static Sizing Add(FormulationContext context, string name, Offer offer, Investment? investment, double existing, double useful)
    {
        var scale = offer.PerUnit;
        if (investment is null || !context.MayBuild(offer))
            return new Sizing(new LinearExpression().AddConstant(existing / scale), existing / scale, null, null);

        var max = Math.Min(investment.MaxSizeKw ?? double.PositiveInfinity, Math.Max(useful - existing, investment.MinSizeKw));
        if (investment.MaxSizeKw is { } limit)
            max = Math.Min(max, limit);
        var required = investment.Required || context.MustBuild(offer, out _);
        var minimum = context.MustBuild(offer, out var asked) ? Math.Max(investment.MinSizeKw, asked) : investment.MinSizeKw;
        max = Math.Max(max, required ? minimum : 0);
        if (investment.Points.Count > 0)
            max = Math.Min(investment.MaxSizeKw ?? double.PositiveInfinity, investment.Points[^1].SizeKw);
        if (max <= 0)
            return new Sizing(new LinearExpression().AddConstant(existing / scale), existing / scale, null, null);

        var sizing = investment.Points.Count > 0
            ? AddPieces(context, name, offer, investment, existing, required, minimum)
            : AddLinear(context, name, offer, investment, existing, max, minimum, required);
        return sizing;
    }

    private static Sizing AddLinear(
        FormulationContext context, string name, Offer offer, Investment investment, double existing, double max, double minimum, bool required)
    {
        var builder = context.Builder;
        var scale = offer.PerUnit;
        var added = new LinearExpression();
        Variable? built = null;
        var upper = max / scale;
        if (investment.ModuleKw is { } module)
        {
            var moduleCount = Math.Floor(max / module * (1 + 1e-12) + 1e-9);
            var modules = context.AddDesign($"modules[{name}]", 0, moduleCount, VariableKind.Integer);
            added.Add(modules, module / scale);
            upper = moduleCount * module / scale;
        }
        else
        {
            added.Add(context.AddDesign($"new[{name}]", 0, upper, VariableKind.Continuous), 1);
        }

        if (investment.FixedCny > 0 || minimum > 0 || required)
        {
            if (double.IsInfinity(upper))
                throw new InvalidOperationException($"{offer.FieldPath}: a fixed cost needs a largest size; give investment.max_size_kw.");
            built = context.AddDesign($"built[{name}]", required && !context.IsBaseline ? 1 : 0, 1, VariableKind.Binary);
            builder.AddRow($"size_max[{name}]", new LinearExpression().Add(added).Add(built.Value, -upper), double.NegativeInfinity, 0);
            if (minimum > 0)
                builder.AddRow($"size_min[{name}]", new LinearExpression().Add(added).Add(built.Value, -minimum / scale), 0, double.PositiveInfinity);
        }

        var cost = new LinearExpression().Add(added, investment.CnyPerKw * scale);
        if (built is { } binary)
            cost.Add(binary, investment.FixedCny);
        ChargeInvestment(context, offer, investment, cost, added);
        var total = new LinearExpression().Add(added).AddConstant(existing / scale);
        context.ReportSize(new ReportedSize(offer.PlantId, offer.FieldPath, offer.ElementId, existing, Scaled(added, scale), offer.Unit, PaidOnce(investment, cost, context)));
        return new Sizing(total, upper + existing / scale, added, built);
    }

    private static Sizing AddPieces(
        FormulationContext context, string name, Offer offer, Investment investment, double existing, bool required, double minimum)
    {
        var builder = context.Builder;
        var scale = offer.PerUnit;
        var points = investment.Points;
        var added = new LinearExpression();
        var cost = new LinearExpression();
        var choice = new LinearExpression();
        for (var i = 0; i + 1 < Math.Max(points.Count, 2); i++)
        {
            var from = points[i];
            var to = points[Math.Min(i + 1, points.Count - 1)];
            var chosen = context.AddDesign($"segment[{name},{i}]", 0, 1, VariableKind.Binary);
            var size = context.AddDesign($"segment_size[{name},{i}]", 0, to.SizeKw / scale, VariableKind.Continuous);
            builder.AddRow($"segment_max[{name},{i}]", new LinearExpression().Add(size).Add(chosen, -to.SizeKw / scale), double.NegativeInfinity, 0);
            builder.AddRow($"segment_min[{name},{i}]", new LinearExpression().Add(size).Add(chosen, -from.SizeKw / scale), 0, double.PositiveInfinity);
            var slope = to.SizeKw > from.SizeKw ? (to.Cny - from.Cny) / (to.SizeKw - from.SizeKw) : 0;
            cost.Add(size, slope * scale).Add(chosen, from.Cny - slope * from.SizeKw);
            added.Add(size);
            choice.Add(chosen);
        }

        builder.AddRow($"one_segment[{name}]", choice, required && !context.IsBaseline ? 1 : 0, 1);
        if (minimum > 0 && required && !context.IsBaseline)
            builder.AddRow($"size_min[{name}]", added, minimum / scale, double.PositiveInfinity);
        if (investment.MaxSizeKw is { } max)
            builder.AddRow($"size_max[{name}]", added, double.NegativeInfinity, max / scale);
        ChargeInvestment(context, offer, investment, cost, added);
        context.ReportSize(new ReportedSize(offer.PlantId, offer.FieldPath, offer.ElementId, existing, Scaled(added, scale), offer.Unit, PaidOnce(investment, cost, context)));
        return new Sizing(
            new LinearExpression().Add(added).AddConstant(existing / scale), (existing + points[^1].SizeKw) / scale, added, null);
    }

    private static void ChargeInvestment(FormulationContext context, Offer offer, Investment investment, LinearExpression cost, LinearExpression added)
    {
        var factor = context.Grid.YearlyChargeFactor * context.InvestmentFactor;
        context.Costs.Charge($"{offer.FieldPath}", "investment", offer.PlantId, cost, context.Annuity(investment) * factor);
        var om = investment.OmFraction ?? (investment.CostIsYearly ? 0 : context.Park.Economics.OmFraction);
        context.Costs.Charge($"{offer.FieldPath}", "om", offer.PlantId, cost, om * factor);
        context.Costs.Charge($"{offer.FieldPath}", "om", offer.PlantId, added, investment.OmCnyPerKwYear * offer.PerUnit * context.Grid.YearlyChargeFactor);
    }

    private static LinearExpression PaidOnce(Investment investment, LinearExpression cost, FormulationContext context) =>
        investment.CostIsYearly ? new LinearExpression() : Scaled(cost, context.InvestmentFactor);

    private static LinearExpression Scaled(LinearExpression expression, double scale) => new LinearExpression().Add(expression, scale);
}
