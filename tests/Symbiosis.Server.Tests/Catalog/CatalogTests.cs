using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Catalog;

public sealed class CatalogTests
{
    [Fact]
    public async Task ListEntries_PageByPage_GivesEachEntryOnceInOrder()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);
        var names = new List<string>();
        var request = new ListEntriesRequest { PageSize = 7 };
        var total = 0;
        do
        {
            var page = await client.ListEntriesAsync(request);
            names.AddRange(page.Items.Select(item => item.Name));
            (request.PageToken, total) = (page.NextPageToken, page.TotalCount);
        }
        while (request.PageToken.Length > 0);

        Assert.True(total > 20, $"{total} entries");
        Assert.Equal(total, names.Count);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task ListEntries_KindAndText_Filter()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var answer = await client.ListEntriesAsync(new ListEntriesRequest { Kind = "technology", Text = "BOILER" });

        Assert.NotEmpty(answer.Items);
        Assert.All(answer.Items, item => Assert.Equal("technology", item.Kind));
    }

    [Fact]
    public async Task ListEntries_TokenOfAnotherQuestion_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);
        var page = await client.ListEntriesAsync(new ListEntriesRequest { PageSize = 1 });

        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await client.ListEntriesAsync(new ListEntriesRequest { Kind = "technology", PageSize = -1, PageToken = page.NextPageToken }));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        Assert.Equal(["page_size", "page_token"], RichErrorReader.Violations(fault.GetRpcStatus()).Select(violation => violation.FieldPath));
    }

    [Fact]
    public async Task GetEntry_Name_GivesTheEntryWithItsSources()
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var answer = await client.GetEntryAsync(new GetEntryRequest { Name = "catalogue/technology/hrsg_steam" });

        var used = answer.Item.Entry.Figures.SelectMany(figure => figure.SourceIds).Distinct();
        Assert.Equal(used.Order(), answer.Item.Sources.Select(source => source.Id).Order());
    }

    [Theory]
    [InlineData("catalogue/technology/none", StatusCode.NotFound)]
    [InlineData("../../secret", StatusCode.NotFound)]
    [InlineData("", StatusCode.InvalidArgument)]
    public async Task GetEntry_NoSuchName_IsRefused(string name, StatusCode expected)
    {
        await using var server = await TestServer.StartAsync();
        var client = new CatalogService.CatalogServiceClient(server.Channel);

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.GetEntryAsync(new GetEntryRequest { Name = name }));

        Assert.Equal(expected, fault.StatusCode);
    }
}
