// grpc.testing.TestService on grpc-js: a server that is not ours, for our client. Arguments: folder of the protos, and "gzip" where responses are to be compressed.
// It prints its port, and a line for each call that it finds cancelled, with the call's x-name.
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const [protos, compression] = process.argv.slice(2);
const definition = loadSync("grpc/testing/test.proto", { includeDirs: [protos], keepCase: true, longs: Number, defaults: true });
const { TestService } = grpc.loadPackageDefinition(definition).grpc.testing;

const initialKey = "x-grpc-test-echo-initial";
const trailingKey = "x-grpc-test-echo-trailing-bin";

function echoInitial(call) {
  const values = call.metadata.get(initialKey);
  if (values.length === 0)
    return;
  const headers = new grpc.Metadata();
  values.forEach((value) => headers.add(initialKey, value));
  call.sendMetadata(headers);
}

function trailersOf(call) {
  const trailers = new grpc.Metadata();
  call.metadata.get(trailingKey).forEach((value) => trailers.add(trailingKey, value));
  return trailers;
}

function failureOf(request) {
  const status = request.response_status;
  return status && status.code !== 0 ? { code: status.code, details: status.message } : null;
}

function payload(size) {
  return { payload: { body: Buffer.alloc(size) } };
}

function writeAll(call, request) {
  request.response_parameters.forEach((parameters) => call.write(payload(parameters.size)));
}

const server = new grpc.Server(compression === "gzip" ? { "grpc.default_compression_algorithm": 2 } : {});
server.addService(TestService.service, {
  emptyCall: (call, done) => {
    echoInitial(call);
    done(null, {}, trailersOf(call));
  },
  unaryCall: (call, done) => {
    // A call that asks for nothing back is one that waits for its deadline or its cancellation.
    if (call.metadata.get("x-silent").length > 0) {
      call.on("cancelled", () => console.log(`cancelled ${call.metadata.get("x-name")[0]}`));
      return;
    }

    echoInitial(call);
    const failure = failureOf(call.request);
    done(failure ? { ...failure, metadata: trailersOf(call) } : null, payload(call.request.response_size), trailersOf(call));
  },
  streamingOutputCall: (call) => {
    writeAll(call, call.request);
    const failure = failureOf(call.request);
    if (failure)
      call.emit("error", failure);
    else
      call.end(trailersOf(call));
  },
  streamingInputCall: (call, done) => {
    let size = 0;
    call.on("data", (request) => { size += request.payload.body.length; });
    call.on("end", () => done(null, { aggregated_payload_size: size }, trailersOf(call)));
  },
  fullDuplexCall: (call) => {
    echoInitial(call);
    call.on("cancelled", () => console.log(`cancelled ${call.metadata.get("x-name")[0]}`));
    call.on("data", (request) => {
      writeAll(call, request);
      const failure = failureOf(request);
      if (failure)
        call.emit("error", failure);
    });
    call.on("end", () => call.end(trailersOf(call)));
  },
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (fault, port) => {
  if (fault)
    throw fault;
  console.log(`port ${port}`);
});
