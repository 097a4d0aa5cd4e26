// The protocol with the .NET side (HighsProtocol.cs), both directions:
//   magic "SYM1" | uint32 header bytes | uint32 payload bytes | header (JSON) | payload (arrays back to back, little-endian)
// header.arrays = [[name, 'f64' | 'i32', count], ...] says what the payload holds. JSON knows no infinity: null stands for "none".
import fs from 'node:fs';

const magic = 0x314d5953;
const prefixBytes = 12;
const types = { f64: Float64Array, i32: Int32Array };

const standardOutput = 1;
const free = 0;
const taken = 1;

/** Writes whole frames to standard output from either thread; `lock` is one shared integer. */
export class FrameWriter {
  #lock;

  constructor(lock) {
    this.#lock = lock;
  }

  /** `arrays` maps names to Float64Array or Int32Array. */
  write(header, arrays = {}) {
    while (Atomics.compareExchange(this.#lock, 0, free, taken) !== free) Atomics.wait(this.#lock, 0, taken, 1);
    this.#writeLocked(header, arrays);
  }

  /** Writes nothing if the other thread is writing: the parent then hears us anyway. */
  writeIfFree(header) {
    if (Atomics.compareExchange(this.#lock, 0, free, taken) === free) this.#writeLocked(header, {});
  }

  #writeLocked(header, arrays) {
    try {
      for (const part of encodeFrame(header, arrays)) writeAll(part);
    } finally {
      Atomics.store(this.#lock, 0, free);
      Atomics.notify(this.#lock, 0);
    }
  }
}

function encodeFrame(header, arrays) {
  const listed = Object.entries(arrays);
  const described = listed.map(([name, array]) => [name, array instanceof Float64Array ? 'f64' : 'i32', array.length]);
  const head = Buffer.from(JSON.stringify({ ...header, arrays: described }));
  const start = Buffer.alloc(prefixBytes + head.length);
  start.writeUInt32LE(magic, 0);
  start.writeUInt32LE(head.length, 4);
  start.writeUInt32LE(listed.reduce((sum, [, array]) => sum + array.byteLength, 0), 8);
  head.copy(start, prefixBytes);
  return [start, ...listed.map(([, array]) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength))];
}

function writeAll(bytes) {
  for (let offset = 0; offset < bytes.length;) {
    try {
      offset += fs.writeSync(standardOutput, bytes, offset);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Splits a byte stream into frames and hands each on as (header, arrays). */
export class FrameReader {
  #chunks = [];
  #buffered = 0;
  #wanted = prefixBytes;
  #prefix = null;
  #onFrame;

  constructor(onFrame) {
    this.#onFrame = onFrame;
  }

  push(chunk) {
    this.#chunks.push(chunk);
    this.#buffered += chunk.length;
    while (this.#buffered >= this.#wanted) this.#step();
  }

  #step() {
    const bytes = this.#take(this.#wanted);
    if (this.#prefix === null) {
      if (bytes.readUInt32LE(0) !== magic) throw new Error('not a frame');
      this.#prefix = { head: bytes.readUInt32LE(4), payload: bytes.readUInt32LE(8) };
      this.#wanted = this.#prefix.head + this.#prefix.payload;
      return;
    }

    const header = JSON.parse(bytes.toString('utf8', 0, this.#prefix.head));
    const arrays = {};
    let offset = bytes.byteOffset + this.#prefix.head;
    for (const [name, type, count] of header.arrays) {
      const end = offset + count * types[type].BYTES_PER_ELEMENT;
      arrays[name] = new types[type](bytes.buffer.slice(offset, end));
      offset = end;
    }
    this.#prefix = null;
    this.#wanted = prefixBytes;
    this.#onFrame(header, arrays);
  }

  #take(count) {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks, this.#buffered);
    this.#buffered -= count;
    this.#chunks = this.#buffered > 0 ? [all.subarray(count)] : [];
    return all.subarray(0, count);
  }
}
