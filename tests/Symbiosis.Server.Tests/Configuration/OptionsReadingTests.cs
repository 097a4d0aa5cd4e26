using Microsoft.Extensions.Configuration;
using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Tests.Configuration;

public sealed class OptionsReadingTests
{
    [Fact]
    public void Read_Nothing_HoldsTheDefaults()
    {
        var options = Read();

        Assert.Equal(("127.0.0.1", 5080, 5081, 5443), (options.Listen.Address, options.Listen.HttpPort, options.Listen.GrpcPort, options.Listen.TlsPort));
        Assert.Equal((16, 128, 2_000_000, 512), (options.Limits.MessageMb, options.Limits.ParkMb, options.Limits.ElementCount, options.Limits.HeldMb));
        Assert.Equal((50, 200, 200, 2_000), (options.Limits.CallsPerSecond, options.Limits.CallBurst, options.Limits.ConcurrentCalls, options.Limits.Connections));
        Assert.Equal((100, 20), (options.Solving.QueueLimit, options.Solving.QueueLimitPerCaller));
        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(2)), (options.Solving.TimeLimit, options.Solving.DeadlineMargin));
        Assert.Equal(TimeSpan.FromSeconds(10), options.Limits.DrainTime);
        Assert.True(options.AllowsAnonymous());
        Assert.True(options.AllowsReflection());
        Assert.Contains("localhost", options.AllowedHosts());
    }

    [Fact]
    public void Read_ManyFaults_TellsAllTogether()
    {
        var fault = Assert.Throws<OptionsException>(() => Read(
            "Listen:HttpPort=70000", "Limits:MessageMb=0", "Solving:TimeLimit=00:00:00", "Solving:Engine=magic", "Tls:KeyPath=x", "Telemetry:LogFormat=xml",
            "Listen:Origins:0=planner.example"));

        foreach (var path in new[] { "Listen:HttpPort", "Limits:MessageMb", "Solving:TimeLimit", "Solving:Engine", "Symbiosis:Tls", "Telemetry:LogFormat", "Listen:Origins" })
            Assert.Contains(fault.Faults, text => text.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_UnknownSetting_IsRefused()
    {
        Assert.Contains("HttpProt", Assert.Throws<OptionsException>(() => Read("Listen:HttpProt=1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WrongType_IsRefused()
    {
        Assert.Contains("HttpPort", Assert.Throws<OptionsException>(() => Read("Listen:HttpPort=many")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Listen:Address=0.0.0.0")]
    [InlineData("Listen:Address=*", "Listen:AllowCleartext=true")]
    [InlineData("Listen:Address=10.1.2.3", "Listen:AllowCleartext=true", "Listen:Anonymous=true")]
    [InlineData("Listen:Address=0.0.0.0", "ApiKeys:Path=keys.json")]
    public void Read_OpenToOthersWithoutCredentialsOrTls_IsRefused(params string[] settings)
    {
        Assert.Throws<OptionsException>(() => Read(settings));
    }

    [Fact]
    public void Read_BehindAProxyWithKeys_IsClosedToTheAnonymous()
    {
        var options = Read("Listen:Address=0.0.0.0", "Listen:AllowCleartext=true", "ApiKeys:Path=keys.json");

        Assert.False(options.AllowsAnonymous());
        Assert.False(options.AllowsReflection());
        Assert.Empty(options.AllowedHosts());
    }

    [Fact]
    public void Read_KeysOnLoopback_AreNeeded()
    {
        Assert.False(Read("ApiKeys:Path=keys.json").AllowsAnonymous());
        Assert.True(Read("ApiKeys:Path=keys.json", "Listen:Anonymous=true").AllowsAnonymous());
    }

    [Fact]
    public void Read_JwtWithoutAudience_IsRefused()
    {
        Assert.Contains("Audience", Assert.Throws<OptionsException>(() => Read("Jwt:KeysPath=k.json", "Jwt:Issuer=https://id.example")).Message, StringComparison.Ordinal);
    }

    private static SymbiosisOptions Read(params string[] settings) =>
        OptionsReading.Read(new ConfigurationBuilder().AddCommandLine([.. settings.Select(setting => $"--Symbiosis:{setting}")]).Build());
}
