// What all the programs here take: ADDRESS PARK.json and how far to search.
import fs from 'node:fs';
import { parseArgs } from 'node:util';

export function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      gap: { type: 'string' },
      'time-limit': { type: 'string' },
      deadline: { type: 'string' },
      'cancel-after': { type: 'string' },
      transport: { type: 'string', default: 'grpc' },
    },
  });
  const [address, parkPath] = positionals;
  const options = {};
  if (values.gap) options.gap = Number(values.gap);
  if (values['time-limit']) options.time_limit_seconds = Number(values['time-limit']);
  return {
    address,
    // Requests as proto JSON, with the names of the schema.
    request: { park: JSON.parse(fs.readFileSync(parkPath, 'utf8')), options },
    deadlineSeconds: values.deadline ? Number(values.deadline) : undefined,
    cancelAfter: values['cancel-after'] ? Number(values['cancel-after']) : undefined,
    transport: values.transport,
  };
}
