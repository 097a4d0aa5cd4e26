// A parent to be killed: starts the command after its first argument, feeds it the file named by the first, tells its process id.
import fs from 'node:fs';
import { spawn } from 'node:child_process';

const [input, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
child.stdout.resume();
child.stdin.write(fs.readFileSync(input));
console.log(child.pid);
