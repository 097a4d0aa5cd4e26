// Plans a park through the service with @grpc/grpc-js and prints the outcome as a line of JSON:
//   npm ci && node node/optimize-grpc-js.mjs 127.0.0.1:5081 park.json --deadline 60
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { readArguments } from './arguments.mjs';

const includeDirs = [
  fileURLToPath(new URL('../../../../protos', import.meta.url)),
  fileURLToPath(new URL('../node_modules/google-proto-files', import.meta.url)),
];
const definition = protoLoader.loadSync('symbiosis/v1/optimization_service.proto', { includeDirs, keepCase: true, enums: String, oneofs: true });
const { OptimizationService } = grpc.loadPackageDefinition(definition).symbiosis.v1;

const { address, request, deadlineSeconds, cancelAfter } = readArguments();
// A plan may be larger than the 4 MiB that grpc-js takes unasked.
const client = new OptimizationService(address, grpc.credentials.createInsecure(), { 'grpc.max_receive_message_length': 64 << 20 });
const outcome = { code: 'OK', progress: 0, stages: [] };

const call = client.Optimize(request, deadlineSeconds ? { deadline: new Date(Date.now() + deadlineSeconds * 1000) } : {});
let answers = 0;
call.on('data', (answer) => {
  answers++;
  if (answer.event === 'progress') {
    outcome.progress++;
    if (!outcome.stages.includes(answer.progress.stage)) outcome.stages.push(answer.progress.stage);
  } else if (answer.event === 'plan') {
    const { outcome: end, summary, couplings } = answer.plan;
    outcome.plan = { outcome: end, saving_cny: summary?.saving_cny, couplings: couplings?.length ?? 0 };
  }
  if (answers === cancelAfter) call.cancel();
});
call.on('error', (error) =>
  Object.assign(outcome, { code: grpc.status[error.code], message: error.details }, detailsOf(error)));
call.on('close', finish);
call.on('status', finish);

let finished = false;
function finish() {
  if (finished) return;
  finished = true;
  // After the error's own event, which comes in the same turn.
  setImmediate(() => {
    console.log(JSON.stringify(outcome));
    client.close();
  });
}

// All faults of the park, by field path.
function detailsOf(error) {
  const details = { violations: [] };
  const types = new protobuf.Root();
  types.resolvePath = (_, target) => (target.startsWith('google/protobuf/') ? target : `${includeDirs[1]}/${target}`);
  types.loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto'], { keepCase: true });
  const [bytes] = error.metadata?.get('grpc-status-details-bin') ?? [];
  for (const any of bytes ? types.lookupType('google.rpc.Status').decode(bytes).details : []) {
    const name = any.type_url.split('/').pop();
    const detail = types.lookupType(name).decode(any.value);
    if (name === 'google.rpc.BadRequest')
      details.violations = detail.field_violations.map(({ field, description }) => ({ field, description }));
    if (name === 'google.rpc.ErrorInfo') details.reason = detail.reason;
  }
  return details;
}
