// The solving thread: one HiGHS instance, one model at a time.
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { FrameWriter } from './frames.mjs';

const boundNewsEveryMs = 200;
const warmUpLimitSeconds = 3;
const warmUpRounds = 3;
const solutionStatus = { none: 0, feasible: 2 };
const basisIsValid = 1;
const { stopFlag, writeLock } = workerData;
const writer = new FrameWriter(writeLock);
const highs = await loadHighs();
const { callbackType, modelStatus, iis } = highs.constants;

const undecided = [modelStatus.unboundedOrInfeasible, modelStatus.unknown, modelStatus.solveError];

let model = null;
let integerCount = 0;
// The last LP basis: a MIP solve in between forgets HiGHS's own.
let lpBasis = null;

const handlers = { load, change, solve, iis: findIis, unload, warm };

parentPort.on('message', ({ header, arrays }) => {
  try {
    handlers[header.type](header, arrays);
  } catch (error) {
    send({ type: 'error', id: header.id, message: String(error?.message ?? error) });
  }
});
send({ type: 'ready', version: highs.version.string });

function load(header, a) {
  unloadModel();
  model = highs.createModel();
  model.options.set({ output_flag: false });
  integerCount = a.kinds.reduce((sum, kind) => sum + (kind ? 1 : 0), 0);
  model.passModel({
    numCols: header.columns,
    numRows: header.rows,
    offset: header.offset,
    colCost: a.costs,
    colLower: a.columnLower,
    colUpper: a.columnUpper,
    rowLower: a.rowLower,
    rowUpper: a.rowUpper,
    matrix: { format: 'csc', numCols: header.columns, numRows: header.rows, starts: a.starts, indices: a.indices, values: a.values },
    ...(integerCount > 0 ? { integrality: a.kinds } : {}),
  });
  done(header.id);
}

function change(header, a) {
  if (a.columns.length) model.changeColsBounds({ kind: 'set', indices: a.columns }, a.columnLower, a.columnUpper);
  if (a.costColumns.length) model.changeColsCost({ kind: 'set', indices: a.costColumns }, a.costs);
  if (a.rows.length) model.changeRowsBounds({ kind: 'set', indices: a.rows }, a.rowLower, a.rowUpper);
  done(header.id);
}

function unload(header) {
  unloadModel();
  done(header.id);
}

function unloadModel() {
  model?.dispose();
  model = null;
  lpBasis = null;
}

function done(id) {
  send({ type: 'done', id, memoryBytes: highs.memoryBytes });
}

function solve(header, arrays) {
  const isMip = integerCount > 0 && !header.relax;
  setOptions({ ...header.options, ...(header.relax && integerCount > 0 ? { solve_relaxation: true } : {}) }, header.engineOptions);
  if (isMip) model.clearSolver();
  else if (lpBasis && model.info.get('basis_validity') !== basisIsValid) model.setBasis(lpBasis);
  if (arrays.start) model.setSolution({ colValue: arrays.start });

  // HiGHS counts its time limit over all runs of an instance.
  model.zeroAllClocks();
  let status = model.run(callbacks(header.id)).modelStatus;
  if (undecided.includes(status) && !isStopped(header.id)) {
    // Presolve found "infeasible or unbounded" without saying which, or scaling spoilt the end: from scratch and without presolve
    // the simplex method tells. The clock runs on, so the limit holds for both together.
    model.clearSolver();
    model.options.set('presolve', 'off');
    status = model.run(callbacks(header.id)).modelStatus;
  }
  report(header.id, status, isMip);
}

function setOptions(options, engineOptions) {
  model.options.reset();
  model.options.set({ output_flag: false });
  for (const [name, value] of Object.entries(options)) model.options.set(name, value);
  for (const [name, text] of Object.entries(engineOptions ?? {})) model.options.set(name, parseOption(name, text));
}

function parseOption(name, text) {
  if (!model.options.names().includes(name)) throw new Error(`HiGHS has no option ${name}`);
  const { type } = model.options.describe(name);
  if (type === 'string') return text;
  if (type === 'boolean') {
    const value = { true: true, on: true, 1: true, false: false, off: false, 0: false }[text.toLowerCase()];
    if (value === undefined) throw new Error(`option ${name} = "${text}" is not a boolean`);
    return value;
  }
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`option ${name} = "${text}" is not a finite number`);
  return value;
}

function callbacks(id) {
  let lastNews = performance.now();
  const interruptIfStopped = (event) => {
    if (isStopped(id)) event.interrupt();
  };
  return {
    [callbackType.simplexInterrupt]: interruptIfStopped,
    [callbackType.ipmInterrupt]: interruptIfStopped,
    [callbackType.mipInterrupt](event) {
      interruptIfStopped(event);
      if (performance.now() - lastNews < boundNewsEveryMs) return;
      lastNews = performance.now();
      send({ type: 'progress', id, bound: finite(event.data.mip_dual_bound) });
    },
    [callbackType.mipImprovingSolution](event) {
      lastNews = performance.now();
      send({ type: 'progress', id, bound: finite(event.data.mip_dual_bound) }, { values: event.data.mip_solution });
    },
  };
}

function isStopped(id) {
  return Atomics.load(stopFlag, 0) === id;
}

function report(id, status, isMip) {
  // Whether a solution is feasible is for the other side to judge.
  const hasSolution = model.info.get('primal_solution_status') !== solutionStatus.none;
  const hasDuals = !isMip && model.info.get('dual_solution_status') === solutionStatus.feasible;
  if (!isMip && model.info.get('basis_validity') === basisIsValid) lpBasis = model.getBasis();

  const arrays = {};
  if (hasSolution || hasDuals) {
    const solution = model.getSolution();
    if (hasSolution) arrays.values = solution.colValue;
    if (hasDuals) Object.assign(arrays, { rowDuals: solution.rowDual, reducedCosts: solution.colDual });
  }
  send({
    type: 'result',
    id,
    status: statusName(status),
    bound: isMip ? finite(model.info.get('mip_dual_bound')) : null,
    nodes: isMip ? Number(model.info.get('mip_node_count')) : null,
    iterations: Number(model.info.get('simplex_iteration_count')),
  }, arrays);
}

function statusName(status) {
  return Object.keys(modelStatus).find((name) => modelStatus[name] === status) ?? `status ${status}`;
}

function findIis(header) {
  setOptions({ iis_strategy: iis.strategyRowPriority, iis_time_limit: header.limitSeconds, time_limit: header.limitSeconds });
  model.zeroAllClocks();
  const found = model.getIis();
  lpBasis = null;
  send({ type: 'iis', id: header.id }, {
    rows: found.rowIndex, columns: found.colIndex, columnBounds: found.colBound,
    rowStatus: found.rowStatus, columnStatus: found.colStatus,
  });
}

// Code is compiled as it runs. Choosing depots for customers, then once more as an LP with a changed bound, runs most of
// what a real model will need.
function warm(header) {
  unloadModel();
  const [depots, customers] = [8, 12];
  const flows = depots * customers;
  const columns = flows + depots;
  // Rows: each customer served once; each depot within its capacity if built; no flow without the depot.
  const rows = customers + depots + flows;
  const [starts, indices, values] = [[0], [], []];
  const entry = (row, value) => (indices.push(row), values.push(value));
  for (let flow = 0; flow < flows; flow++) {
    const [depot, customer] = [Math.floor(flow / customers), flow % customers];
    entry(customer, 1);
    entry(customers + depot, 3 + (customer % 5));
    entry(customers + depots + flow, 1);
    starts.push(indices.length);
  }
  for (let depot = 0; depot < depots; depot++) {
    entry(customers + depot, -(17 + 3 * (depot % 4)));
    for (let customer = 0; customer < customers; customer++) entry(customers + depots + depot * customers + customer, -1);
    starts.push(indices.length);
  }

  model = highs.createModel();
  model.passModel({
    numCols: columns, numRows: rows,
    colCost: Float64Array.from({ length: columns }, (_, j) => (j < flows ? 5 + ((j * 37) % 23) : 40 + ((j * 7) % 13))),
    colLower: new Float64Array(columns), colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from({ length: rows }, (_, i) => (i < customers ? 1 : -Infinity)),
    rowUpper: Float64Array.from({ length: rows }, (_, i) => (i < customers ? 1 : 0)),
    matrix: {
      format: 'csc', numCols: columns, numRows: rows,
      starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values),
    },
    integrality: Int32Array.from({ length: columns }, (_, j) => (j < flows ? 0 : 1)),
  });
  // A function is compiled well only after it has run for a while.
  for (let round = 0; round < warmUpRounds; round++) {
    setOptions({ time_limit: warmUpLimitSeconds, random_seed: round });
    model.clearSolver();
    model.zeroAllClocks();
    model.run(callbacks(header.id));
    setOptions({ solve_relaxation: true });
    model.run();
    model.changeColBounds(round, 0, 0);
    model.run();
  }
  unloadModel();
  done(header.id);
}

function finite(value) {
  return Number.isFinite(value) ? value : null;
}

function send(header, arrays) {
  writer.write(header, arrays);
}
