// Installs the engine's package into a build folder: node install.mjs <target folder>.
// A folder made atomically is the lock, so that two builds at once do not tear each other's files.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(process.argv[2]);
const stamp = path.join(target, 'installed.stamp');
const lock = path.join(target, 'install.lock');
const staleLockMs = 120_000;

fs.mkdirSync(target, { recursive: true });
takeLock();
try {
  if (!isFresh()) install();
} finally {
  fs.rmSync(lock, { recursive: true, force: true });
}

function takeLock() {
  for (;;) {
    try {
      fs.mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const held = fs.statSync(lock, { throwIfNoEntry: false });
      // Left behind by a build that was killed.
      if (held && Date.now() - held.mtimeMs > staleLockMs) fs.rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function isFresh() {
  const done = fs.statSync(stamp, { throwIfNoEntry: false });
  if (!done) return false;
  return ['package.json', 'package-lock.json', 'install.mjs'].every(
    (file) => fs.statSync(path.join(source, file)).mtimeMs <= done.mtimeMs);
}

function install() {
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(source, file), path.join(target, file));

  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: target, stdio: 'inherit', shell: process.platform === 'win32',
  });
  if (result.error?.code === 'ENOENT') {
    console.error('npm is not on the PATH.');
    process.exitCode = 127;
    return;
  }
  if (result.status !== 0) {
    process.exitCode = result.status ?? 1;
    return;
  }

  // Packed files carry a date of 1985; "copy if newer" would never replace an older version by them.
  const now = new Date();
  for (const file of fs.readdirSync(path.join(target, 'node_modules'), { recursive: true }))
    fs.utimesSync(path.join(target, 'node_modules', file), now, now);
  fs.writeFileSync(stamp, '');
}
