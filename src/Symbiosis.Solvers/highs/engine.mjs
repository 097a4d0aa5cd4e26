// The engine's main thread: reads frames, hands them to the solving thread, writes what comes back.
// HiGHS solves synchronously, so it must not run here: this thread has to notice the end of standard input, which is the
// death of the parent, and leave at once; and it has to say every second that it is alive.
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { FrameReader, encodeFrame } from './frames.mjs';

const aliveEveryMs = 1000;
const stopFlag = new Int32Array(new SharedArrayBuffer(4));

// stdout: true keeps whatever the solver prints out of the protocol.
const worker = new Worker(new URL('./worker.mjs', import.meta.url), { stdout: true, workerData: stopFlag });
worker.on('message', ({ header, arrays }) => send(header, arrays));
worker.on('error', (error) => fail(error));
worker.on('exit', (code) => process.exit(code === 0 ? 3 : code));

const reader = new FrameReader((header, arrays) => {
  // The solving thread is deaf while it solves; it looks at the flag from the solver's callbacks.
  if (header.type === 'stop') Atomics.store(stopFlag, 0, header.id);
  else worker.postMessage({ header, arrays }, Object.values(arrays).map((array) => array.buffer));
});

process.stdin.on('data', (chunk) => {
  try {
    reader.push(chunk);
  } catch (error) {
    fail(error);
  }
});
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdout.on('error', () => process.exit(0));
// Ctrl-C in a terminal reaches the whole process group; what to do about it is the parent's decision.
process.on('SIGINT', () => {});
setInterval(() => send({ type: 'alive' }), aliveEveryMs);

function send(header, arrays) {
  for (const part of encodeFrame(header, arrays)) process.stdout.write(part);
}

function fail(error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exit(4);
}
