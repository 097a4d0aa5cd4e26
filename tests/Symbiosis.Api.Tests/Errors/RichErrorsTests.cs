using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Errors;

public sealed class RichErrorsTests
{
    private static readonly Violation s_range = new("park.plants[3].streams[0].target_celsius", "OUT_OF_RANGE", "It must be at least -50.", "-80");
    private static readonly Violation s_absent = new("park.id", "REQUIRED", "It must be given.", "");
    private static readonly Violation s_unlikely = new("park.plants[0].streams[0].heat_kw", "UNLIKELY", "It is large.", "1e9", Severity.Warning);

    [Fact]
    public void OfViolations_Some_SurviveTheTrip()
    {
        var status = RichErrors.OfViolations([s_range, s_absent]);

        Assert.Equal((int)StatusCode.InvalidArgument, status.Code);
        Assert.Equal([s_range, s_absent], RichErrorReader.Violations(OverTheWire(status)));
        Assert.Equal("OUT_OF_RANGE", RichErrorReader.Reason(status));
        Assert.Equal("park.plants[3].streams[0].target_celsius: It must be at least -50. (1 more)", status.Message);
    }

    [Fact]
    public void OfViolations_Warnings_AreLeftOut()
    {
        Assert.Equal([s_range], RichErrorReader.Violations(RichErrors.OfViolations([s_range, s_unlikely])));
        Assert.Throws<ArgumentException>(() => RichErrors.OfViolations([s_unlikely]));
    }

    [Fact]
    public void OfViolations_ARichDetail_IsOneBadRequestAndOneErrorInfo()
    {
        var status = RichErrors.OfViolations([s_range, s_absent]);

        Assert.Equal(["type.googleapis.com/google.rpc.BadRequest", "type.googleapis.com/google.rpc.ErrorInfo"], status.Details.Select(detail => detail.TypeUrl));
        Assert.Equal("park.id", status.Details[0].Unpack<BadRequest>().FieldViolations[1].Field);
        Assert.Equal("symbiosis", status.Details[1].Unpack<ErrorInfo>().Domain);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    public void OfViolations_Many_StayWithinTheSizeAndKeepPathsFirst(int count)
    {
        var all = Enumerable.Range(0, count).Select(i => s_range with { FieldPath = $"park.plants[{i}].streams[0].target_celsius", Sentence = new string('x', 120) }).ToList();

        var status = RichErrors.OfViolations(all);

        var read = RichErrorReader.Violations(status);
        Assert.InRange(status.CalculateSize(), 1, RichErrors.DefaultMaxByteCount);
        Assert.Equal(count, read.Count + RichErrorReader.OmittedCount(status));
        Assert.Equal(all.Take(read.Count).Select(violation => (violation.FieldPath, violation.Code)), read.Select(violation => (violation.FieldPath, violation.Code)));
        Assert.InRange(read.Count, Math.Min(count, 50), count);
    }

    [Fact]
    public void OfViolations_AHundredForAClientThatReadsMore_AreAllWhole()
    {
        var all = Enumerable.Range(0, 100).Select(i => s_range with { FieldPath = $"park.plants[{i}].name" }).ToList();

        var status = RichErrors.OfViolations(all, RichErrors.MaxByteCount(new Metadata { { RichErrors.SizeHeader, "40000" } }));

        Assert.Equal(all, RichErrorReader.Violations(status));
    }

    [Theory]
    [InlineData(null, RichErrors.DefaultMaxByteCount)]
    [InlineData("many", RichErrors.DefaultMaxByteCount)]
    [InlineData("-1", RichErrors.DefaultMaxByteCount)]
    [InlineData("40000", 40000)]
    [InlineData("2000000000", RichErrors.LargestMaxByteCount)]
    public void MaxByteCount_OfAHeader_IsWithinReason(string? value, int expected)
    {
        var headers = new Metadata();
        if (value is not null) headers.Add(RichErrors.SizeHeader, value);

        Assert.Equal(expected, RichErrors.MaxByteCount(headers));
    }

    [Fact]
    public void Exhausted_OfAFullQueue_SaysWhenToTryAgain()
    {
        var status = OverTheWire(RichErrors.Exhausted("8 searches wait already.", RichErrors.QueueFull, "server", TimeSpan.FromSeconds(12.5)));

        Assert.Equal((int)StatusCode.ResourceExhausted, status.Code);
        Assert.Equal(TimeSpan.FromSeconds(12.5), RichErrorReader.RetryDelay(status));
        Assert.Equal("QUEUE_FULL", RichErrorReader.Reason(status));
        Assert.Equal("server", status.Details[0].Unpack<QuotaFailure>().Violations[0].Subject);
    }

    [Fact]
    public void Violations_OfAForeignStatus_AreReadAsFarAsTheyGo()
    {
        var request = new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "a.b", Description = "Wrong." } } };
        var status = new Google.Rpc.Status { Code = 3, Details = { Google.Protobuf.WellKnownTypes.Any.Pack(request) } };

        Assert.Equal([new Violation("a.b", "Wrong.", "Wrong.", "")], RichErrorReader.Violations(status));
        Assert.Empty(RichErrorReader.Violations(null));
        Assert.Null(RichErrorReader.RetryDelay(status));
        status.Details[0].Value = ByteString.CopyFrom(0xff, 0xff);
        Assert.Empty(RichErrorReader.Violations(status));
    }

    [Fact]
    public void Warning_OfAViolation_SurvivesTheTrip()
    {
        Assert.Equal(s_unlikely, RichErrorReader.Warning(RichErrors.Write(s_unlikely)));
    }

    private static Google.Rpc.Status OverTheWire(Google.Rpc.Status status) => status.ToRpcException().GetRpcStatus()!;
}
