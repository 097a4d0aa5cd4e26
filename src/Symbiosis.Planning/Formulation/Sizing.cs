using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Size of something that can be bought: <c>existing + new</c>, with the cost law of <see cref="Investment"/>.
/// <para>Yearly cost: investment x (annuity + O&amp;M share) + new x O&amp;M per size, times the horizon's share of a year.</para>
/// <para>Creates: <c>new</c>; <c>built</c> (binary) where there is a fixed cost or a smallest size; <c>modules</c> (integer) for whole modules;
/// one <c>segment</c> binary and size per piece of a piecewise law (multiple choice, exact for any shape of the law).</para>
/// </summary>
internal sealed class Sizing
{
    private Sizing(double existing) => (Total, MaxTotal) = (new LinearExpression().AddConstant(existing), existing);

    private Sizing(double existing, LinearExpression added, double maxAdded)
    {
        Total = new LinearExpression().Add(added).AddConstant(existing);
        MaxTotal = existing + maxAdded;
        Added = added;
    }

    /// <summary>Existing and new size, model units.</summary>
    public LinearExpression Total { get; }

    /// <summary>Largest total, model units; infinite where nothing bounds it.</summary>
    public double MaxTotal { get; }

    /// <summary>New size, model units; null where nothing can be bought.</summary>
    public LinearExpression? Added { get; }

    /// <summary>Whether the size is a number.</summary>
    public bool IsFixed => Added is null;

    /// <summary>Adds the variables, rows and costs of a size.</summary>
    /// <param name="context">The model under construction.</param>
    /// <param name="name">Name of the variables and key of the design.</param>
    /// <param name="offer">What is bought, by whom.</param>
    /// <param name="investment">Cost law; null: nothing can be bought.</param>
    /// <param name="existing">What stands today, in the offer's unit.</param>
    /// <param name="useful">No total above this can be of use, in the offer's unit; may be infinite.</param>
    public static Sizing Add(FormulationContext context, string name, Offer offer, Investment? investment, double existing, double useful)
    {
        var scale = offer.PerUnit;
        if (investment is null || !context.MayBuild(offer))
            return new Sizing(existing / scale);

        var isAsked = context.MustBuild(offer, out var asked);
        var law = investment with { Required = investment.Required || isAsked, MinSizeKw = Math.Max(investment.MinSizeKw, asked) };
        var max = Math.Min(law.MaxSizeKw ?? double.PositiveInfinity, Math.Max(useful - existing, law.Required ? law.MinSizeKw : 0));
        if (law.Points.Count > 0)
            max = Math.Min(max, law.Points[^1].SizeKw);
        if (double.IsInfinity(max) && (law.FixedCny > 0 || law.MinSizeKw > 0 || law.ModuleKw is not null) && !law.Required)
            max = context.LargestUsefulSize(offer.Unit);

        // Peaks are lower on averaged periods; what is worth building for the real ones must stay possible, or the bound would not hold.
        if (context.Grid.IsAveraged && max > 0)
            max = Math.Max(max, Math.Min(law.MaxSizeKw ?? double.PositiveInfinity, Math.Max(law.MinSizeKw, law.Points.Count > 0 ? law.Points[0].SizeKw : 0)));
        if (max <= 0 || max < law.MinSizeKw)
            return new Sizing(existing / scale);

        var purchase = new Purchase(context, name, offer, law, max);
        var added = law.Points.Count > 0 ? purchase.AddPieces() : purchase.AddLinear();
        purchase.Charge(added, existing);
        return new Sizing(existing / scale, added, purchase.MaxAdded);
    }

    private sealed class Purchase(FormulationContext context, string name, Offer offer, Investment law, double max)
    {
        private readonly LinearExpression investmentCny = new();

        /// <summary>Largest new size, model units.</summary>
        public double MaxAdded { get; private set; } = max / offer.PerUnit;

        public LinearExpression AddLinear()
        {
            var scale = offer.PerUnit;
            var added = new LinearExpression();
            if (law.ModuleKw is { } module)
            {
                // A size that is a whole number of modules up to rounding is meant to allow that many.
                var moduleCount = context.Grid.IsAveraged ? Math.Ceiling(max / module) : Math.Floor(max / module + 1e-9);
                added.Add(context.AddDesign($"modules[{name}]", 0, moduleCount, VariableKind.Integer), module / scale);
                MaxAdded = moduleCount * module / scale;
            }
            else
            {
                added.Add(context.AddDesign($"new[{name}]", 0, MaxAdded, VariableKind.Continuous));
            }

            investmentCny.Add(added, law.CnyPerKw * scale);
            if (law.FixedCny > 0 || law.MinSizeKw > 0 || law.Required)
                AddBuilt(added);
            return added;
        }

        public LinearExpression AddPieces()
        {
            var scale = offer.PerUnit;
            var added = new LinearExpression();
            var choice = new LinearExpression();
            for (var i = 0; i + 1 < law.Points.Count; i++)
            {
                var (from, to) = (law.Points[i], law.Points[i + 1]);
                var largest = Math.Min(to.SizeKw, max) / scale;
                if (largest < from.SizeKw / scale)
                    break;

                var chosen = context.AddDesign($"segment[{name},{i}]", 0, 1, VariableKind.Binary);
                var size = context.AddDesign($"segment_size[{name},{i}]", 0, largest, VariableKind.Continuous);
                context.Builder.AddRow($"segment_max[{name},{i}]", new LinearExpression().Add(size).Add(chosen, -largest), double.NegativeInfinity, 0);
                context.Builder.AddRow($"segment_min[{name},{i}]", new LinearExpression().Add(size).Add(chosen, -from.SizeKw / scale), 0, double.PositiveInfinity);
                var slope = to.SizeKw > from.SizeKw ? (to.Cny - from.Cny) / (to.SizeKw - from.SizeKw) : 0;
                investmentCny.Add(size, slope * scale).Add(chosen, from.Cny - slope * from.SizeKw);
                added.Add(size);
                choice.Add(chosen);
            }

            context.Builder.AddRow($"one_segment[{name}]", choice, double.NegativeInfinity, 1);
            if (law.Required)
                context.DecisionRows.Add(context.Builder.AddRow($"some_segment[{name}]", choice, 1, double.PositiveInfinity));
            if (law.MinSizeKw > 0)
                context.Builder.AddRow($"size_min[{name}]", new LinearExpression().Add(added).Add(choice, -law.MinSizeKw / scale), 0, double.PositiveInfinity);
            return added;
        }

        public void Charge(LinearExpression added, double existing)
        {
            var horizon = context.Grid.YearlyChargeFactor;
            var factor = horizon * context.InvestmentFactor;
            var om = law.OmFraction ?? (law.CostIsYearly ? 0 : context.Park.Economics.OmFraction);
            context.Costs.Charge(offer.FieldPath, "investment", offer.PlantId, investmentCny, context.Annuity(law) * factor);
            context.Costs.Charge(offer.FieldPath, "om", offer.PlantId, investmentCny, om * factor);
            context.Costs.Charge(offer.FieldPath, "om", offer.PlantId, added, law.OmCnyPerKwYear * offer.PerUnit * horizon);
            var paidOnce = new LinearExpression().Add(investmentCny, law.CostIsYearly ? 0 : context.InvestmentFactor);
            context.ReportSize(new ReportedSize(
                offer.PlantId, offer.FieldPath, offer.ElementId, existing, new LinearExpression().Add(added, offer.PerUnit), offer.Unit, paidOnce));
        }

        private void AddBuilt(LinearExpression added)
        {
            // What must be built needs no choice, and so no largest size.
            var built = context.AddDesign($"built[{name}]", law.Required ? 1 : 0, 1, law.Required ? VariableKind.Continuous : VariableKind.Binary);
            investmentCny.Add(built, law.FixedCny);
            if (!double.IsInfinity(MaxAdded))
                context.Builder.AddRow($"size_max[{name}]", new LinearExpression().Add(added).Add(built, -MaxAdded), double.NegativeInfinity, 0);
            if (law.MinSizeKw > 0)
                context.Builder.AddRow($"size_min[{name}]", new LinearExpression().Add(added).Add(built, -law.MinSizeKw / offer.PerUnit), 0, double.PositiveInfinity);
        }
    }
}
