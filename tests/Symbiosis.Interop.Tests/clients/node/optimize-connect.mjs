// Plans a park through the service with Connect's clients and prints the outcome as a line of JSON.
//   npx protoc-gen-es is run by protoc:
//   protoc -I protos -I GOOGLEAPIS --plugin=node_modules/.bin/protoc-gen-es --es_out=target=js,import_extension=js:node/generated ...
//   node node/optimize-connect.mjs http://127.0.0.1:5081 park.json --transport grpc
//   node node/optimize-connect.mjs http://127.0.0.1:5080 park.json --transport grpc-web
// GENERATED names the folder of the generated code.
import { pathToFileURL } from 'node:url';
import { fromJson } from '@bufbuild/protobuf';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { createGrpcTransport, createGrpcWebTransport } from '@connectrpc/connect-node';
import { readArguments } from './arguments.mjs';

const load = (file) => import(new URL(file, pathToFileURL(`${process.env.GENERATED}/`)));
const { OptimizationService, OptimizeRequestSchema, SearchStage } = await load('symbiosis/v1/optimization_service_pb.js');
const { Outcome } = await load('symbiosis/v1/plan_pb.js');
const { BadRequestSchema, ErrorInfoSchema } = await load('google/rpc/error_details_pb.js');

const { address, request, deadlineSeconds, cancelAfter, transport } = readArguments();
const client = createClient(OptimizationService, transport === 'grpc'
  ? createGrpcTransport({ baseUrl: address })
  : createGrpcWebTransport({ baseUrl: address, httpVersion: '1.1' }));
const cancel = new AbortController();
const outcome = { code: 'OK', progress: 0, stages: [] };

try {
  let answers = 0;
  const options = { signal: cancel.signal, timeoutMs: deadlineSeconds && deadlineSeconds * 1000 };
  for await (const { event } of client.optimize(fromJson(OptimizeRequestSchema, request), options)) {
    answers++;
    if (event.case === 'progress') {
      const stage = `SEARCH_STAGE_${SearchStage[event.value.stage]}`;
      outcome.progress++;
      if (!outcome.stages.includes(stage)) outcome.stages.push(stage);
    } else if (event.case === 'plan') {
      const { outcome: end, summary, couplings } = event.value;
      outcome.plan = { outcome: `OUTCOME_${Outcome[end]}`, saving_cny: summary?.savingCny, couplings: couplings.length };
    }
    if (answers === cancelAfter) cancel.abort();
  }
} catch (fault) {
  const error = ConnectError.from(fault);
  outcome.code = Code[error.code].replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase().replace('CANCELED', 'CANCELLED');
  outcome.message = error.rawMessage;
  // All faults of the park, by field path.
  outcome.violations = error.findDetails(BadRequestSchema).flatMap((detail) =>
    detail.fieldViolations.map(({ field, description }) => ({ field, description })));
  outcome.reason = error.findDetails(ErrorInfoSchema)[0]?.reason;
}
console.log(JSON.stringify(outcome));
