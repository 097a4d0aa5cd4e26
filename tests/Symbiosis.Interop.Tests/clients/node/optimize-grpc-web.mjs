// Plans a park through the service with Google's grpc-web in text mode, the one in which it streams, and prints the outcome as a line of JSON:
//   GENERATED=obj/connect node node/optimize-grpc-web.mjs http://127.0.0.1:5080 park.json --deadline 60
// In a browser nothing stands in for XMLHttpRequest. GENERATED names a folder of protoc-gen-es' code: any code that writes messages will do.
import { pathToFileURL } from 'node:url';
import { fromBinary, fromJson, toBinary } from '@bufbuild/protobuf';
import { base64Decode } from '@bufbuild/protobuf/wire';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import xhr from 'xmlhttprequest';
import { readArguments } from './arguments.mjs';

globalThis.XMLHttpRequest = xhr.XMLHttpRequest;
const { GrpcWebClientBase, MethodDescriptor, MethodType, StatusCode } = (await import('grpc-web')).default;
const load = (file) => import(new URL(file, pathToFileURL(`${process.env.GENERATED}/`)));
const { OptimizeRequestSchema, OptimizeResponseSchema, SearchStage } = await load('symbiosis/v1/optimization_service_pb.js');
const { Outcome } = await load('symbiosis/v1/plan_pb.js');
const { BadRequestSchema, ErrorInfoSchema } = await load('google/rpc/error_details_pb.js');
const { StatusSchema } = await load('google/rpc/status_pb.js');

const { address, request, deadlineSeconds, cancelAfter } = readArguments();
const path = '/symbiosis.v1.OptimizationService/Optimize';
const optimize = new MethodDescriptor(path, MethodType.SERVER_STREAMING, Object, Object,
  (message) => toBinary(OptimizeRequestSchema, message), (bytes) => fromBinary(OptimizeResponseSchema, bytes));
const client = new GrpcWebClientBase({ format: 'text' });
const outcome = { code: 'OK', progress: 0, stages: [] };

const metadata = deadlineSeconds ? { deadline: String(Date.now() + deadlineSeconds * 1000) } : {};
const call = client.serverStreaming(address + path, fromJson(OptimizeRequestSchema, request), metadata, optimize);
let answers = 0;
call.on('data', ({ event }) => {
  answers++;
  if (event.case === 'progress') {
    const stage = `SEARCH_STAGE_${SearchStage[event.value.stage]}`;
    outcome.progress++;
    if (!outcome.stages.includes(stage)) outcome.stages.push(stage);
  } else if (event.case === 'plan') {
    const { outcome: end, summary, couplings } = event.value;
    outcome.plan = { outcome: `OUTCOME_${Outcome[end]}`, saving_cny: summary?.savingCny, couplings: couplings.length };
  }
  if (answers === cancelAfter) {
    // This client tells nobody that a call was cancelled.
    call.cancel();
    outcome.code = 'CANCELLED';
    finish();
  }
});
call.on('error', (error) => {
  outcome.code = Object.keys(StatusCode).find((name) => StatusCode[name] === error.code);
  outcome.message = error.message;
  const text = error.metadata['grpc-status-details-bin'];
  // All faults of the park, by field path.
  for (const any of text ? fromBinary(StatusSchema, base64Decode(text)).details : []) {
    const bad = anyUnpack(any, BadRequestSchema);
    if (bad) outcome.violations = bad.fieldViolations.map(({ field, description }) => ({ field, description }));
    outcome.reason ??= anyUnpack(any, ErrorInfoSchema)?.reason;
  }
  finish();
});
call.on('end', finish);

let finished = false;
function finish() {
  if (!finished) console.log(JSON.stringify(outcome));
  finished = true;
}
