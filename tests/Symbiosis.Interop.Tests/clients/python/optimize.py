"""Plans a park through the service with grpcio and prints the outcome as a line of JSON.

    protoc -I protos -I GOOGLEAPIS --plugin=protoc-gen-grpc_python=/usr/bin/grpc_python_plugin \
        --python_out=stubs --grpc_python_out=stubs protos/symbiosis/v1/*.proto google/rpc/status.proto google/rpc/error_details.proto
    PYTHONPATH=stubs /usr/bin/python3 optimize.py 127.0.0.1:5081 park.json --deadline 60
"""

import argparse
import json

import grpc
from google.protobuf import json_format
from google.rpc import error_details_pb2, status_pb2
from symbiosis.v1 import optimization_service_pb2, optimization_service_pb2_grpc, plan_pb2


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address", help="host:port of the service")
    parser.add_argument("park", help="park as JSON")
    parser.add_argument("--gap", type=float, help="gap that suffices")
    parser.add_argument("--time-limit", type=float, help="seconds of search")
    parser.add_argument("--deadline", type=float, help="seconds until the call must be answered")
    parser.add_argument("--cancel-after", type=int, help="cancel the call after so many answers")
    arguments = parser.parse_args()

    request = optimization_service_pb2.OptimizeRequest()
    with open(arguments.park, encoding="utf-8") as file:
        json_format.Parse(file.read(), request.park)
    if arguments.gap is not None:
        request.options.gap = arguments.gap
    if arguments.time_limit is not None:
        request.options.time_limit_seconds = arguments.time_limit

    # A plan may be larger than the 4 MiB that grpcio takes unasked.
    options = [("grpc.max_receive_message_length", 64 << 20)]
    with grpc.insecure_channel(arguments.address, options) as channel:
        print(json.dumps(optimize(channel, request, arguments.deadline, arguments.cancel_after)))


def optimize(channel, request, deadline, cancel_after):
    outcome = {"code": "OK", "progress": 0, "stages": []}
    call = optimization_service_pb2_grpc.OptimizationServiceStub(channel).Optimize(request, timeout=deadline)
    try:
        for answers, answer in enumerate(call, start=1):
            if answer.WhichOneof("event") == "progress":
                stage = optimization_service_pb2.SearchStage.Name(answer.progress.stage)
                outcome["progress"] += 1
                outcome["stages"] += [stage] if stage not in outcome["stages"] else []
            elif answer.HasField("plan"):
                outcome["plan"] = {
                    "outcome": plan_pb2.Outcome.Name(answer.plan.outcome),
                    "saving_cny": answer.plan.summary.saving_cny,
                    "couplings": len(answer.plan.couplings),
                }
            if answers == cancel_after:
                call.cancel()
    except grpc.RpcError as error:
        outcome |= {"code": error.code().name, "message": error.details()} | details_of(error)
    return outcome


def details_of(error):
    """All faults of the park, by field path."""
    details = {"violations": []}
    for key, value in error.trailing_metadata() or ():
        if key != "grpc-status-details-bin":
            continue
        for detail in status_pb2.Status.FromString(value).details:
            bad_request, info = error_details_pb2.BadRequest(), error_details_pb2.ErrorInfo()
            if detail.Unpack(bad_request):
                details["violations"] = [{"field": v.field, "description": v.description} for v in bad_request.field_violations]
            elif detail.Unpack(info):
                details["reason"] = info.reason
    return details


if __name__ == "__main__":
    main()
