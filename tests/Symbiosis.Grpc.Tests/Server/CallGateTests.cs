using Grpc.AspNetCore.Server.Calls;

namespace Symbiosis.Grpc.Tests.Server;

public sealed class CallGateTests
{
    [Fact]
    public async Task TryClose_FourRaceTenThousandTimes_ExactlyOneWins()
    {
        var outcomes = Enum.GetValues<CallOutcome>().Where(outcome => outcome != CallOutcome.Open).ToArray();
        for (var round = 0; round < 10_000; round++)
        {
            var gate = new CallGate();
            var winners = await Task.WhenAll(outcomes.Select(outcome => Task.Run(() => gate.TryClose(outcome, out _) ? outcome : CallOutcome.Open)));

            Assert.Equal(gate.Outcome, Assert.Single(winners, winner => winner != CallOutcome.Open));
        }
    }

    [Fact]
    public void TryBeginWrite_DuringAnother_Throws()
    {
        var gate = new CallGate();
        gate.TryBeginWrite();

        Assert.Throws<InvalidOperationException>(() => gate.TryBeginWrite());
    }

    [Fact]
    public void TryBeginWrite_AfterTheEnd_IsRefused()
    {
        var gate = new CallGate();
        gate.TryClose(CallOutcome.Completed, out _);

        Assert.False(gate.TryBeginWrite());
    }

    [Fact]
    public void TryClose_DuringAWrite_WaitsForIt()
    {
        var gate = new CallGate();
        gate.TryBeginWrite();

        gate.TryClose(CallOutcome.DeadlineExceeded, out var pendingWrite);

        Assert.False(pendingWrite.IsCompleted);
        gate.EndWrite();
        Assert.True(pendingWrite.IsCompleted);
    }

    [Theory]
    [InlineData(CallOutcome.DeadlineExceeded, false)]
    [InlineData(CallOutcome.Drained, false)]
    [InlineData(CallOutcome.Completed, true)]
    [InlineData(CallOutcome.Cancelled, true)]
    internal void EndSent_EndOfAnother_HasToBeWaitedFor(CallOutcome outcome, bool isSentAtOnce)
    {
        var gate = new CallGate();

        gate.TryClose(outcome, out _);

        Assert.Equal(isSentAtOnce, gate.EndSent.IsCompleted);
        gate.SetEndSent();
        Assert.True(gate.EndSent.IsCompleted);
    }

    [Fact]
    public void RunUnlessFinished_AfterTheFinish_DoesNothing()
    {
        var gate = new CallGate();
        var count = 0;
        gate.RunUnlessFinished(() => count++);
        gate.Finish();

        gate.RunUnlessFinished(() => count++);

        Assert.Equal(1, count);
    }
}
