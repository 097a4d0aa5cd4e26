using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Storages: each level follows from the one before by losses, charge and discharge; levels and powers are within the sizes; the boundary holds.
/// A day of weight w that passes levels on repeats w times: its gain counts w times, and its last repetition is within the size too.
/// </summary>
internal static class StorageCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("storage_balance");
        foreach (var plant in audited.Park.Plants)
        {
            foreach (var storage in plant.Storages)
                new Case(audited, record, plant, storage).Check();
        }

        return record.Result();
    }

    private sealed class Case(AuditCase audited, CheckRecord record, Plant plant, Storage storage)
    {
        private readonly double _size = audited.Sizes.Total(plant, storage.Id);
        private readonly double[] _level = audited.Series(plant.Id, $"level:{storage.Id}");
        private readonly double[] _charge = audited.Series(plant.Id, $"charge:{storage.Id}");
        private readonly double[] _discharge = audited.Series(plant.Id, $"discharge:{storage.Id}");

        private bool PassesDays => storage.Boundary is StorageBoundary.CyclicHorizon or StorageBoundary.FreeEnd or StorageBoundary.Fixed;

        private bool IsMaterial => storage.OutletId is not null || storage.InletId is not null;

        private double LeastSize => IsMaterial ? audited.LeastTPerH : audited.LeastKw;

        public void Check()
        {
            CheckPower(_charge, "charge", storage.MaxChargePerHour);
            CheckPower(_discharge, "discharge", storage.MaxDischargePerHour);
            for (var t = 0; t < _level.Length; t++)
                CheckLevel(_level[t], $"in period {t}");
            if (PassesDays)
                CheckDaysInTurn();
            else
                CheckCyclicDays();
        }

        private void CheckPower(double[] power, string word, double? perHour)
        {
            var limit = Math.Min(audited.Sizes.Total(plant, $"{storage.Id}:{word}"), (perHour ?? double.PositiveInfinity) * (_size > 0 ? _size : 1));
            if (_size <= 0)
                limit = 0;
            for (var t = 0; t < power.Length && double.IsFinite(limit); t++)
            {
                var period = t;
                record.AtMost(power[t], limit, Math.Max(limit, LeastSize), () => Sentence(period, $"{word} is {power[period]:0.###} where {limit:0.###} is the most"));
            }

            if (storage.ChargePerDischarge is { } ratio && word == "charge" && storage is { ChargeInvestment: not null, DischargeInvestment: not null })
            {
                var (bought, other) = (New("charge"), New("discharge"));
                record.Equal(bought, ratio * other, Math.Max(bought, LeastSize), () => $"Storage '{storage.Id}' of plant '{plant.Id}' has bought {bought:0.###} to charge and {other:0.###} to discharge.");
            }
        }

        private double New(string word) => audited.Equipment(plant.Id, $"{storage.Id}:{word}")?.NewSize ?? 0;

        private void CheckLevel(double level, string when)
        {
            string Text() => $"Storage '{storage.Id}' of plant '{plant.Id}' holds {level:0.###} {when}; {storage.MinFraction * _size:0.###} to {_size:0.###} is allowed.";
            record.AtMost(level, _size, Math.Max(_size, LeastSize), Text);
            record.AtMost(storage.MinFraction * _size, level, Math.Max(_size, LeastSize), Text);
        }

        private void CheckCyclicDays()
        {
            foreach (var day in audited.Grid.Days)
                CheckSteps(day, _level[day.LastPeriod]);
        }

        private void CheckDaysInTurn()
        {
            var start = StartLevel();
            var before = start;
            CheckLevel(start, "at the start");
            foreach (var day in audited.Grid.Days)
            {
                CheckSteps(day, before);
                var weight = audited.Grid.Periods[day.FirstPeriod].Weight;
                var shift = (weight - 1) * (_level[day.LastPeriod] - before);
                for (var t = day.FirstPeriod; t <= day.LastPeriod && weight > 1; t++)
                    CheckLevel(_level[t] + shift, $"in the last repetition of period {t}");
                before = _level[day.LastPeriod] + shift;
            }

            if (storage.Boundary == StorageBoundary.FreeEnd)
                return;

            var wanted = storage is { Boundary: StorageBoundary.Fixed, FinalFraction: { } fraction } ? fraction * _size : start;
            record.Equal(before, wanted, Math.Max(_size, LeastSize), () => $"Storage '{storage.Id}' of plant '{plant.Id}' ends at {before:0.###}; it must end at {wanted:0.###}.");
        }

        // A level at the start that the park leaves open is what the first step makes it.
        private double StartLevel()
        {
            if (storage.InitialFraction is { } fraction)
                return fraction * _size;
            if (storage.Boundary == StorageBoundary.FreeEnd)
                return 0;

            return (_level[0] - Gain(0)) / Kept(0);
        }

        private void CheckSteps(GridDay day, double start)
        {
            var before = start;
            for (var t = day.FirstPeriod; t <= day.LastPeriod; t++)
            {
                var (period, expected) = (t, before * Kept(t) + Gain(t));
                record.Equal(_level[t], expected, Math.Max(_size, LeastSize), () => Sentence(period, $"the level is {_level[period]:0.###}; {expected:0.###} follows from the step before"));
                before = _level[t];
            }
        }

        private double Kept(int t) => Math.Pow(1 - storage.LossPerHour, audited.Grid.Periods[t].DurationHours);

        private double Gain(int t) =>
            ((_charge[t] * storage.ChargeEfficiency) - (_discharge[t] / storage.DischargeEfficiency)) * audited.Grid.Periods[t].DurationHours;

        private string Sentence(int t, string what) => $"Storage '{storage.Id}' of plant '{plant.Id}', period {t}: {what}.";
    }
}
