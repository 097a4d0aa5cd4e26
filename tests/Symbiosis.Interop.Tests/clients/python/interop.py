"""Interoperability cases that Debian's Ruby client lacks, with grpcio: interop.py ADDRESS CASE STUBS."""

import os
import sys

import grpc

address, case, stubs = sys.argv[1:]
# The generated modules are in package grpc.testing, beside the library's own package grpc.
grpc.__path__.append(os.path.join(stubs, "grpc"))

from grpc.testing import messages_pb2, test_pb2_grpc  # noqa: E402


def special_status_message(stub):
    text = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
    request = messages_pb2.SimpleRequest(response_status=messages_pb2.EchoStatus(code=2, message=text))
    try:
        stub.UnaryCall(request)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNKNOWN, error
        assert error.details() == text, error
    else:
        raise AssertionError("the call succeeded")


def concurrent_large_unary(stub):
    request = messages_pb2.SimpleRequest(response_size=314159, payload=messages_pb2.Payload(body=bytes(271828)))
    calls = [stub.UnaryCall.future(request) for _ in range(1000)]
    for call in calls:
        assert len(call.result().payload.body) == 314159


def server_compressed_unary(stub):
    # grpcio does not show the flag of a message; the wire tests look at it. Here: what is compressed arrives whole.
    for compressed in (True, False):
        request = messages_pb2.SimpleRequest(
            response_compressed=messages_pb2.BoolValue(value=compressed), response_size=314159, payload=messages_pb2.Payload(body=bytes(271828)))
        assert stub.UnaryCall(request).payload.body == bytes(314159)


def server_compressed_streaming(stub):
    request = messages_pb2.StreamingOutputCallRequest(response_parameters=[
        messages_pb2.ResponseParameters(compressed=messages_pb2.BoolValue(value=True), size=31415),
        messages_pb2.ResponseParameters(compressed=messages_pb2.BoolValue(value=False), size=92653),
    ])
    assert [len(answer.payload.body) for answer in stub.StreamingOutputCall(request)] == [31415, 92653]


with grpc.insecure_channel(address) as channel:
    locals()[case](test_pb2_grpc.TestServiceStub(channel))
print(f"OK: {case}")
