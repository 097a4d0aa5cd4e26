// Knows nothing of the service but its address: asks it for its services and types, and calls a method with what it learned.
//   node node/reflect.mjs 127.0.0.1:5081 v1 symbiosis.v1.CatalogService ListEntries '{"page_size": 1}'
import grpc from '@grpc/grpc-js';
import { GrpcReflection } from 'grpc-js-reflection-client';

const [address, version, service, method, json] = process.argv.slice(2);
const credentials = grpc.credentials.createInsecure();
const reflection = new GrpcReflection(address, credentials, {}, version);

const services = await reflection.listServices();
const methods = (await reflection.listMethods(service)).map(({ name }) => name);
const descriptor = await reflection.getDescriptorBySymbol(service);
const types = descriptor.getPackageObject({ keepCase: true, enums: String });
const Client = service.split('.').reduce((scope, name) => scope[name], types);

const client = new Client(address, credentials);
const answer = await new Promise((resolve, reject) =>
  client[method](JSON.parse(json), (error, value) => (error ? reject(error) : resolve(value))));
client.close();
console.log(JSON.stringify({ services, methods, answer }));
process.exit(0);
