// The engine's main thread: reads frames, hands them to the solving thread, writes what comes back.
// HiGHS solves synchronously, so it must not run here: this thread has to notice the end of standard input, which is the
// death of the parent, and leave at once; and it has to say every second that it is alive.
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { FrameReader, FrameWriter } from './frames.mjs';

const aliveEveryMs = 1000;
const stopFlag = new Int32Array(new SharedArrayBuffer(4));
const writeLock = new Int32Array(new SharedArrayBuffer(4));
const writer = new FrameWriter(writeLock);

// The solving thread writes its frames itself: a hop through this one would cost each answer a wake-up, and process.stdout,
// never touched here, would make the pipe non-blocking. stdout: true keeps whatever the solver prints out of the protocol.
const worker = new Worker(new URL('./worker.mjs', import.meta.url), { stdout: true, workerData: { stopFlag, writeLock } });
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
// Ctrl-C in a terminal reaches the whole process group; what to do about it is the parent's decision.
process.on('SIGINT', () => {});
setInterval(() => {
  try {
    writer.writeIfFree({ type: 'alive' });
  } catch {
    process.exit(0);
  }
}, aliveEveryMs);

function fail(error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exit(4);
}
