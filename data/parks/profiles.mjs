// Writes the hourly profiles of a park: node data/parks/profiles.mjs PARK
//
// Reads PARK/profiles.json (seed, place, columns), writes PARK/profiles.csv: one column a profile, 8,760 rows, hour 0 is
// 00:00 on 1 January of the calendar year named there. The same file gives the same bytes on every machine: every column
// has its own random stream, seeded by the park's seed and the column's id, so that adding a column changes no other.
//
// A column's "kind" says how it is made; README.md beside this file describes the kinds and their parameters.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HOURS = 8760;
const DAYS = 365;

// FNV-1a over the text, so that each column id gives a seed of its own.
function seedOf(text, seed) {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0), 16777619) >>> 0;
  }
  return hash;
}

// A 32-bit Weyl sequence with a multiplicative finaliser (the "mulberry" family): uniform numbers in [0, 1).
function randomStream(text, seed) {
  let state = seedOf(text, seed);
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  // Sum of twelve uniforms: close enough to normal, and free of Math.log, whose last digit may differ between machines.
  const normal = () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum;
  };
  return { uniform, normal };
}

// Autoregressive daily noise with standard deviation `sd` and memory `memory` in [0, 1).
function dailyNoise(random, sd, memory) {
  const values = [];
  let state = random.normal();
  for (let day = 0; day < DAYS; day++) {
    values.push(sd * state);
    state = memory * state + Math.sqrt(1 - memory * memory) * random.normal();
  }
  return values;
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function calendarOf(year, holidays) {
  const days = [];
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(Date.UTC(year, 0, 1 + day));
    const stamp = date.toISOString().slice(5, 10);
    const holiday = (holidays ?? []).some(([from, to]) => from <= stamp && stamp <= to);
    days.push({ month: date.getUTCMonth() + 1, weekday: date.getUTCDay(), holiday, off: holiday || date.getUTCDay() % 6 === 0 });
  }
  return days;
}

// Outdoor temperature, deg C: a yearly and a daily wave with daily noise.
function temperatures(spec) {
  const { mean_celsius, yearly_amplitude_k, daily_amplitude_k, noise_k, coldest_day } = spec.weather;
  const noise = dailyNoise(randomStream("weather", spec.seed), noise_k, 0.75);
  return hourly((day, hour) =>
    mean_celsius - yearly_amplitude_k * Math.cos((2 * Math.PI * (day - coldest_day)) / DAYS)
    - daily_amplitude_k * Math.cos((2 * Math.PI * (hour - 3)) / 24) + noise[day]);
}

function hourly(valueAt) {
  const values = new Array(HOURS);
  for (let i = 0; i < HOURS; i++) values[i] = valueAt(Math.floor(i / 24), i % 24, i);
  return values;
}

// Share of a 24-hour day's hour that lies in windows like "20:30-22:30".
function shareIn(windows, hour) {
  const toHours = (text) => Number(text.slice(0, 2)) + Number(text.slice(3, 5)) / 60;
  return windows.reduce((sum, window) => {
    const [from, to] = window.split("-").map(toHours);
    return sum + Math.max(0, Math.min(to, hour + 1) - Math.max(from, hour));
  }, 0);
}

const kinds = {
  // A plant that runs day and night: noise from day to day and one overhaul; the mean is met exactly.
  continuous(column, context) {
    const random = randomStream(column.id, context.seed);
    const noise = dailyNoise(random, column.noise ?? 0.02, 0.8);
    const overhauls = column.overhauls ?? [];
    const inOverhaul = (day) => overhauls.find((o) => day >= o.first_day && day < o.first_day + o.days);
    const raw = hourly((day) => inOverhaul(day)?.level ?? 1 + noise[day]);
    const stopped = hourly((day) => inOverhaul(day) !== undefined);
    const monthly = column.monthly ?? new Array(12).fill(1);
    const shaped = raw.map((value, i) => (stopped[i] ? value : value * monthly[context.calendar[Math.floor(i / 24)].month - 1]));
    const fixed = shaped.reduce((sum, value, i) => sum + (stopped[i] ? value : 0), 0);
    const free = shaped.reduce((sum, value, i) => sum + (stopped[i] ? 0 : value), 0);
    const factor = (column.mean * HOURS - fixed) / free;
    return shaped.map((value, i) => (stopped[i] ? value : value * factor));
  },

  // Several batch units: each is on for on_share of a cycle that jitters by a tenth; tenths of an hour are averaged.
  batch(column, context) {
    const random = randomStream(column.id, context.seed);
    const steps = 10;
    const on = new Float64Array(HOURS * steps);
    for (let unit = 0; unit < column.units; unit++) {
      let at = -(unit + random.uniform() * 0.3) * column.cycle_hours / column.units;
      while (at < HOURS) {
        const cycle = column.cycle_hours * (1 + 0.1 * random.normal() / 3);
        const first = Math.max(0, Math.round(at * steps));
        const last = Math.min(HOURS * steps, Math.round((at + cycle * column.on_share) * steps));
        for (let step = first; step < last; step++) on[step] += 1;
        at += cycle;
      }
    }
    const base = context.valuesOf(column.base);
    const pulse = hourly((day, hour, i) => mean([...on.subarray(i * steps, (i + 1) * steps)]));
    const idle = column.idle_level ?? 0;
    const scale = (1 - idle) / mean(pulse);
    return pulse.map((value, i) => base[i] * (idle + value * scale));
  },

  // Shifts: one day shape for working days, one for Saturdays, Sundays and holidays.
  shifts(column, context) {
    const noise = dailyNoise(randomStream(column.id, context.seed), column.noise ?? 0.03, 0.5);
    const monthly = column.monthly ?? new Array(12).fill(1);
    return hourly((day, hour) => {
      const { off, month } = context.calendar[day];
      return Math.max(0, (off ? column.day_off : column.workday)[hour] * monthly[month - 1] * (1 + noise[day]));
    });
  },

  // Space heat: proportional to how far the outdoor temperature lies below the limit, inside the season.
  space_heat(column, context) {
    return context.temperatures.map((celsius, i) => {
      const day = Math.floor(i / 24);
      const inSeason = day >= column.first_day || day < column.last_day;
      return inSeason ? clamp((column.limit_celsius - celsius) / (column.limit_celsius - column.design_celsius), 0, 1) : 0;
    });
  },

  // Cooling load: proportional to how far the outdoor temperature lies above the limit, by day shape.
  cooling(column, context) {
    return context.temperatures.map((celsius, i) =>
      column.day[i % 24] * clamp((celsius - column.limit_celsius) / (column.design_celsius - column.limit_celsius), 0, 1));
  },

  // Photovoltaic output per size: height of the sun times a daily clearness, scaled to the full-load hours.
  sun(column, context) {
    const random = randomStream(column.id, context.seed);
    const noise = dailyNoise(random, 1, 0.4);
    const latitude = (context.latitude_degrees * Math.PI) / 180;
    const raw = hourly((day, hour) => {
      const declination = 0.4093 * Math.sin((2 * Math.PI * (day - 80)) / DAYS);
      const angle = ((hour + 0.5 - 12) * 15 * Math.PI) / 180;
      const height = Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(angle);
      const clearness = clamp(column.monthly_clearness[context.calendar[day].month - 1] + 0.22 * noise[day], 0.08, 0.8);
      return Math.max(0, height) * clearness;
    });
    const factor = column.full_load_hours / raw.reduce((sum, value) => sum + value, 0);
    return raw.map((value) => Math.min(1, value * factor));
  },

  // Time-of-use factor on the flat price, by the seasons given in the file.
  tariff(column, context) {
    return hourly((day, hour) => {
      const { month, holiday } = context.calendar[day];
      const season = column.seasons.find((entry) => entry.months.includes(month));
      const sharp = shareIn(season.sharp_months?.includes(month) ?? true ? season.sharp ?? [] : [], hour);
      const deep = shareIn(holiday ? column.holiday_deep_valley : season.deep_valley ?? [], hour);
      const peak = Math.max(0, shareIn(season.peak, hour) - sharp);
      const valley = Math.max(0, Math.min(1 - deep, shareIn(season.valley, hour) - deep));
      const flat = 1 - sharp - deep - peak - valley;
      return column.sharp * sharp + column.peak * peak + flat + column.valley * valley + column.deep_valley * deep;
    });
  },
};

function main(park) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), park);
  const spec = JSON.parse(readFileSync(join(folder, "profiles.json"), "utf8"));
  const columns = new Map(spec.columns.map((column) => [column.id, column]));
  const made = new Map();
  const context = {
    seed: spec.seed,
    latitude_degrees: spec.latitude_degrees,
    calendar: calendarOf(spec.year, spec.holidays),
    temperatures: spec.weather ? temperatures(spec) : [],
    valuesOf(id) {
      if (!made.has(id)) {
        const column = columns.get(id);
        const kind = column && kinds[column.kind];
        if (!kind) throw new Error(`${park}/profiles.json: no column '${id}' of a known kind (${Object.keys(kinds).join(", ")})`);
        made.set(id, kind(column, context));
      }
      return made.get(id);
    },
  };
  const series = spec.columns.map((column) => context.valuesOf(column.id).map((value) => Number(value.toFixed(4))));
  const lines = [spec.columns.map((column) => column.id).join(",")];
  for (let hour = 0; hour < HOURS; hour++) lines.push(series.map((values) => values[hour]).join(","));
  writeFileSync(join(folder, "profiles.csv"), lines.join("\n") + "\n");
  for (const [index, column] of spec.columns.entries()) {
    const values = series[index];
    console.log(`${column.id.padEnd(24)} mean ${mean(values).toFixed(4)}  min ${Math.min(...values)}  max ${Math.max(...values)}`);
  }
}

if (process.argv.length !== 3) {
  console.error("usage: node data/parks/profiles.mjs PARK   (a folder with a profiles.json beside this file)");
  process.exitCode = 2;
} else {
  main(process.argv[2]);
}
