// Speaks the protocol and misbehaves while solving; the name of the model's engine option `misbehave` says how.
import { FrameReader, FrameWriter } from '../highs/frames.mjs';

const writer = new FrameWriter(new Int32Array(new SharedArrayBuffer(4)));
const send = (header, arrays) => writer.write(header, arrays);
let columns = 0;

const misbehaviours = {
  // The claimed optimum takes everything, which no row allows.
  lieAtEnd: (id) => result(id, new Float64Array(columns).fill(1)),
  lieUnderway(id) {
    send({ type: 'progress', id, bound: -1e6 }, { values: new Float64Array(columns).fill(1) });
    result(id, new Float64Array(columns));
  },
  lieAtEndAfterTruth(id) {
    send({ type: 'progress', id, bound: -1e6 }, { values: new Float64Array(columns) });
    result(id, new Float64Array(columns).fill(1));
  },
  notANumber: (id) => result(id, new Float64Array(columns).fill(NaN)),
  wrongLength: (id) => result(id, new Float64Array(columns + 1)),
  noValues: (id) => send({ type: 'result', id, status: 'optimal', bound: 0, nodes: 0 }),
  unknownStatus: (id) => send({ type: 'result', id, status: 'splendid', bound: 0, nodes: 0 }),
  unknownFrame: (id) => send({ type: 'poem', id }),
  error: (id) => send({ type: 'error', id, message: 'the matrix is too pretty' }),
  exit(id) {
    send({ type: 'progress', id, bound: -1e6 }, { values: new Float64Array(columns) });
    setTimeout(() => process.exit(9), 50);
  },
  halfAFrame(id) {
    process.stdout.write(Buffer.from('SYM1\x40\0\0\0\0\0\0\0{"type":', 'latin1'), () => process.exit(0));
  },
  garbage(id) {
    send({ type: 'progress', id, bound: -1e6 }, { values: new Float64Array(columns) });
    process.stdout.write('Segmentation fault (but still here)\n');
  },
  badHeader: () => process.stdout.write(Buffer.from('SYM1\x05\0\0\0\0\0\0\0[1,2]', 'latin1')),
  hugeFrame: () => process.stdout.write(Buffer.from('SYM1\xff\xff\xff\xff\xff\xff\xff\xff', 'latin1')),
  silent: () => clearInterval(alive),
  // Alive, but never done: no end but a stop or the time limit, and it does not listen to a stop.
  deaf(id) {
    send({ type: 'progress', id, bound: -1e6 }, { values: new Float64Array(columns) });
  },
};

const reader = new FrameReader((header) => {
  if (header.type === 'load') columns = header.columns;
  if (header.type === 'solve') misbehaviours[header.engineOptions.misbehave](header.id);
  else if (header.type !== 'stop') send({ type: 'done', id: header.id, memoryBytes: 1 });
});
process.stdin.on('data', (chunk) => reader.push(chunk));
process.stdin.on('end', () => process.exit(0));
const alive = setInterval(() => send({ type: 'alive' }), 100);
send({ type: 'ready', version: 'fake' });

function result(id, values) {
  send({ type: 'result', id, status: 'optimal', bound: -1e6, nodes: 1 }, { values });
}
