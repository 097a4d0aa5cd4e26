using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>
/// Holds a parsed message against the rules that stand in the schema beside each field: what is required, what is possible
/// and probable, which ids exist.
/// </summary>
public static class ProtoRules
{
    /// <summary>All violations, errors first.</summary>
    /// <param name="message">Any message of the schema.</param>
    /// <param name="root">First word of every path.</param>
    public static IReadOnlyList<Violation> Check(IMessage message, string root) => Check(message, root, new KnownIds());

    /// <summary>The same, with ids that are known from elsewhere; the message's own are added to them.</summary>
    internal static IReadOnlyList<Violation> Check(IMessage message, string root, KnownIds known)
    {
        var walk = new RuleWalk(new FieldPath(root), new ViolationList(), known);
        walk.Message(message, new HashSet<string>(StringComparer.Ordinal));
        walk.ResolveReferences();
        return walk.Violations.Violations;
    }

    private sealed class RuleWalk(FieldPath path, ViolationList violations, KnownIds known)
    {
        private readonly List<(string Path, string Kind, string Id)> _references = [];

        public ViolationList Violations => violations;

        public void Message(IMessage message, HashSet<string> siblingIds)
        {
            var childIds = new HashSet<string>(StringComparer.Ordinal);
            foreach (var plan in FieldPlan.Of(message.Descriptor))
            {
                path.Push(plan.Field.Name);
                if (plan.Field.IsRepeated) List(plan, (IList)plan.Field.Accessor.GetValue(message), childIds);
                else Single(plan, message, siblingIds, childIds);
                path.Pop();
            }

            // The schema's only choices say what a port, a storage or a contract is about, so one member must be given.
            foreach (var choice in message.Descriptor.Oneofs)
            {
                if (choice.IsSynthetic || choice.Accessor.GetCaseFieldDescriptor(message) is not null) continue;
                path.Push(choice.Name);
                violations.Error(path.ToString(), ViolationCodes.Required, $"One of {string.Join(", ", choice.Fields.Select(field => field.Name))} must be given.");
                path.Pop();
            }
        }

        public void ResolveReferences()
        {
            foreach (var (place, kind, id) in _references)
            {
                var ids = known.Of(kind);
                if (ids.Contains(id)) continue;
                violations.Error(place, ViolationCodes.UnknownId, $"There is no {kind.Replace('_', ' ')} '{id}'.{NearestName.Question(id, ids)}", id);
            }
        }

        private void Single(FieldPlan plan, IMessage message, HashSet<string> siblingIds, HashSet<string> childIds)
        {
            var value = plan.Field.Accessor.GetValue(message);
            if (IsAbsent(plan.Field, message, value))
            {
                var chosen = plan.Field.RealContainingOneof?.Accessor.GetCaseFieldDescriptor(message) == plan.Field;
                if (plan.Rule.Required || chosen) violations.Error(path.ToString(), ViolationCodes.Required, $"{plan.Field.Name} must be given.");
                return;
            }

            Value(plan, value, childIds);
            if (plan.Field.FieldType != FieldType.String) return;
            var text = (string)value;
            if (plan.IsLocalId || plan.Rule.Defines.Length > 0) Id(plan, text, siblingIds);
        }

        private void List(FieldPlan plan, IList list, HashSet<string> childIds)
        {
            if (list.Count == 0)
            {
                if (plan.Rule.Required) violations.Error(path.ToString(), ViolationCodes.Required, $"{plan.Field.Name} must not be empty.");
                return;
            }

            if (list is RepeatedField<double> numbers)
            {
                Numbers(plan, numbers);
                return;
            }

            for (var i = 0; i < list.Count; i++)
            {
                path.Push(i);
                if (list[i] is "") violations.Error(path.ToString(), ViolationCodes.Required, "The text must not be empty.");
                else Value(plan, list[i]!, childIds);
                path.Pop();
            }
        }

        // Hourly years are the bulk of a park, so their numbers are not boxed one by one.
        private void Numbers(FieldPlan plan, RepeatedField<double> numbers)
        {
            for (var i = 0; i < numbers.Count && !violations.IsFull; i++)
            {
                path.Push(i);
                Number(plan, numbers[i]);
                path.Pop();
            }
        }

        private void Value(FieldPlan plan, object value, HashSet<string> childIds)
        {
            switch (value)
            {
                case IMessage child:
                    Message(child, childIds);
                    break;
                case string text when plan.Rule.RefersTo.Length > 0:
                    _references.Add((path.ToString(), plan.Rule.RefersTo, text));
                    break;
                case double number:
                    Number(plan, number);
                    break;
                case int number:
                    Number(plan, number);
                    break;
                case Enum name when plan.Field.EnumType.FindValueByNumber(Convert.ToInt32(name)) is null:
                    violations.Error(path.ToString(), ViolationCodes.UnknownEnumValue, $"{plan.Field.EnumType.Name} has no value {name:D}.", $"{name:D}");
                    break;
            }
        }

        private void Number(FieldPlan plan, double number)
        {
            if (!double.IsFinite(number))
            {
                violations.Error(path.ToString(), ViolationCodes.NotFinite, "The number is not finite.", $"{number}");
                return;
            }

            var rule = plan.Rule;
            if ((rule.HasMin && number < rule.Min) || (rule.HasMax && number > rule.Max))
            {
                var range = Range(plan, rule.HasMin ? rule.Min : null, rule.HasMax ? rule.Max : null);
                violations.Error(path.ToString(), ViolationCodes.OutOfRange, $"{Shown(plan, number)} is impossible; {range} is possible. Check the unit.", $"{number:R}");
            }
            else if ((rule.HasLikelyMin && number < rule.LikelyMin) || (rule.HasLikelyMax && number > rule.LikelyMax))
            {
                var range = Range(plan, rule.HasLikelyMin ? rule.LikelyMin : null, rule.HasLikelyMax ? rule.LikelyMax : null);
                violations.Warn(path.ToString(), ViolationCodes.Improbable, $"{Shown(plan, number)} is improbable; {range} is usual. Check the unit.", $"{number:R}");
            }
        }

        private void Id(FieldPlan plan, string id, HashSet<string> siblingIds)
        {
            if (!IdText.IsValid(id))
                violations.Error(path.ToString(), ViolationCodes.BadId, $"'{IdText.Short(id)}' is no id: {IdText.Rule}", IdText.Short(id));

            var local = plan.Rule.Defines.Length == 0;
            var isNew = local ? siblingIds.Add(id) : known.Add(plan.Rule.Defines, id);
            if (isNew) return;
            var what = local ? "Another element" : $"Another {plan.Rule.Defines.Replace('_', ' ')}";
            violations.Error(path.ToString(), ViolationCodes.DuplicateId, $"{what} has the id '{IdText.Short(id)}' already.", IdText.Short(id));
        }

        private static bool IsAbsent(FieldDescriptor field, IMessage message, object? value) => field.FieldType switch
        {
            FieldType.String => value is "",
            FieldType.Enum => Convert.ToInt32(value) == 0,
            FieldType.Bool => false,
            _ => field.HasPresence ? !field.Accessor.HasValue(message) : value is null,
        };

        private static string Shown(FieldPlan plan, double number) => NumberText.Of(number) + FieldUnit.Suffix(plan.Field.Name);

        private static string Range(FieldPlan plan, double? min, double? max)
        {
            var unit = FieldUnit.Suffix(plan.Field.Name);
            if (min is null) return $"at most {NumberText.Of(max!.Value)}{unit}";
            if (max is null) return $"at least {NumberText.Of(min.Value)}{unit}";
            return $"{NumberText.Of(min.Value)} to {NumberText.Of(max.Value)}{unit}";
        }
    }
}
