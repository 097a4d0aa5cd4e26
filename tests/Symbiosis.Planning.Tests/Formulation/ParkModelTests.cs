using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Time;
using Symbiosis.Milp;
using Symbiosis.Planning.Formulation;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Formulation;

/// <summary>The equations themselves, as text and without an engine.</summary>
public sealed class ParkModelTests
{
    [Fact]
    public void Build_DonorReceiverAndOneHotWaterPipe_WritesTheApprovedEquations()
    {
        var park = APark().WithHotWater().WithSize("hw").WithCorridor("donor", "receiver", lengthM: 500)
            .WithPlant("donor", plant => plant.WithHotStream(heatKw: 1000))
            .WithPlant("receiver", plant => plant.WithColdStream(supplyCelsius: 30, targetCelsius: 70, heatKw: 600).WithHotUtility())
            .Build();

        var model = ParkModel.Build(park, null, Horizon.Of(TimeGrid.Create(park)), ParkGraph.Create(park));

        AssertApproved("donor-receiver.lp", LpTextWriter.Write(model.Linear));
    }

    private static void AssertApproved(string name, string text)
    {
        var approvedPath = Path.Combine(AppContext.BaseDirectory, "Formulation", "approved", name);
        if (File.Exists(approvedPath) && File.ReadAllText(approvedPath) == text)
            return;

        var receivedPath = Path.ChangeExtension(approvedPath, ".received.lp");
        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath) ?? ".");
        File.WriteAllText(receivedPath, text);
        Assert.Fail($"{name} differs from its approved text. If the new one is right, copy '{receivedPath}' over it.\n{text}");
    }
}
