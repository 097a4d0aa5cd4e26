using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Writing;
using Symbiosis.Cli.Tests.Heat;
using Symbiosis.Cli.Tests.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Tests.Servers;

public sealed class ServerPartnersTests
{
    [Fact]
    public async Task Run_Server_SendsTheParkAndShowsTheAnswer()
    {
        V1.FindPartnersRequest? asked = null;
        await using var server = await new FakeServer
        {
            OnFindPartners = request =>
            {
                asked = request;
                return PartnerAnswerWriter.Write(PartnerSamples.Answer());
            },
        }.StartAsync();
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("partners", "pair", "--offer", "--heat-kw", "400", "--celsius", "180", "--at", "west", "--as", "me", "--server", server.Url));
        Assert.Equal(("pair", 400, "me"), (asked!.Parks.Single().Id, asked.Heat.HeatKw, asked.Owner));
        Assert.Contains("Paper mill", run.Output);
    }

    [Fact]
    public async Task Run_ParkOfTheServer_IsAskedByName()
    {
        V1.FindPartnersRequest? asked = null;
        await using var server = await new FakeServer
        {
            OnFindPartners = request =>
            {
                asked = request;
                return PartnerAnswerWriter.Write(PartnerSamples.Answer());
            },
        }.StartAsync();
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("partners", "--park-name", "parks/harbour", "--plant", "mill", "--server", server.Url));
        Assert.Equal((0, "parks/harbour"), (asked!.Parks.Count, asked.ParkNames.Single()));
        Assert.Contains("mill", run.Output);
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.PermissionDenied)]
    public async Task Run_RefusedWithViolations_ShowsThem(StatusCode code)
    {
        await using var server = await new FakeServer
        {
            OnFindPartners = _ =>
            {
                var status = RichErrors.OfViolations([new Violation("element.plant_id", ViolationCodes.PlantNotYours, "Not yours.", "mill")]);
                status.Code = (int)code;
                throw status.ToRpcException();
            },
        }.StartAsync();
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.BadInput, run.Run("partners", "pair", "--plant", "mill", "--server", server.Url));
        Assert.Contains("element.plant_id", run.Error);
    }

    [Fact]
    public async Task Run_AnUnknownName_IsBadInput()
    {
        await using var server = await new FakeServer { OnFindPartners = _ => throw new RpcException(new Status(StatusCode.NotFound, "Did you mean 'parks/x'?")) }.StartAsync();
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.BadInput, run.Run("partners", "--park-name", "parks/y", "--plant", "mill", "--server", server.Url));
        Assert.Contains("Did you mean 'parks/x'?", run.Error);
    }
}
