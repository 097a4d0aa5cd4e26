using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>The look at the engines' work would see one that goes on.</summary>
public sealed class EngineWorkTests
{
    [Fact]
    public async Task EndsWithin_DescendantComputes_IsFalse()
    {
        using var parent = new RunningProgram(ForeignTool.Bash, ["-c", "bash -c 'echo begun; while :; do :; done'; true"]);
        await parent.WaitForLineAsync(line => line == "begun", TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.False(await EngineWork.EndsWithinAsync(parent.Id, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task EndsWithin_DescendantsIdle_IsTrue()
    {
        using var parent = new RunningProgram(ForeignTool.Bash, ["-c", "sleep 100; true"]);

        Assert.True(await EngineWork.EndsWithinAsync(parent.Id, TimeSpan.FromSeconds(10)));
    }
}
