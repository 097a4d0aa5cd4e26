using System.CommandLine;
using Symbiosis.Cli.Partners;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary><c>partners PARK ...</c>: the command line; the work is <see cref="PartnersRun"/>.</summary>
internal static class PartnersCommand
{
    public static Command Create(Language language, CliEnvironment environment)
    {
        var parks = new Argument<string[]>("PARK") { Description = PartnerMessages.ParksArgument.In(language), Arity = ArgumentArity.ZeroOrMore };
        var parkNames = new Option<string[]>("--park-name") { Description = PartnerMessages.ParkNameOption.In(language), HelpName = "parks/ID" };
        var plant = SharedOptions.Text("--plant", "P", PartnerMessages.PlantOption.In(language));
        var element = SharedOptions.Text("--element", "E", PartnerMessages.ElementOption.In(language));
        var offer = new Option<bool>("--offer") { Description = PartnerMessages.OfferOption.In(language) };
        var need = new Option<bool>("--need") { Description = PartnerMessages.NeedOption.In(language) };
        var heatKw = SharedOptions.Text("--heat-kw", "KW", PartnerMessages.HeatKwOption.In(language));
        var celsius = SharedOptions.Text("--celsius", "C", PartnerMessages.CelsiusOption.In(language));
        var returnCelsius = SharedOptions.Text("--return-celsius", "C", PartnerMessages.ReturnCelsiusOption.In(language));
        var hours = SharedOptions.Text("--hours", "H", PartnerMessages.HoursOption.In(language));
        var material = SharedOptions.Text("--material", "ID", PartnerMessages.MaterialOption.In(language));
        var tonnes = SharedOptions.Text("--tonnes-per-hour", "T", PartnerMessages.TonnesOption.In(language));
        var contents = SharedOptions.Text("--contents", "Cu=0.01,...", PartnerMessages.ContentsOption.In(language));
        var powerKw = SharedOptions.Text("--power-kw", "KW", PartnerMessages.PowerOption.In(language));
        var price = SharedOptions.Text("--price", "CNY", PartnerMessages.PriceOption.In(language));
        var at = SharedOptions.Text("--at", "NODE|X,Y|LAT,LON", PartnerMessages.AtOption.In(language));
        var limit = SharedOptions.Text("--limit", "N", PartnerMessages.LimitOption.In(language));
        var ruledOut = SharedOptions.Text("--ruled-out", "N", PartnerMessages.RuledOutOption.In(language));
        var owner = SharedOptions.Text("--as", "OWNER", PartnerMessages.OwnerOption.In(language));
        var json = SharedOptions.Json(language);
        var server = new ServerOptions(language);
        var command = new Command("partners", PartnerMessages.Partners.In(language))
        {
            parks, plant, element, offer, need, heatKw, celsius, returnCelsius, hours, material, tonnes, contents, powerKw, price, at, limit, ruledOut, owner, json, parkNames,
        };
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new PartnersRequest
            {
                ParkPaths = parsed.GetValue(parks) ?? [],
                ParkNames = parsed.GetValue(parkNames) ?? [],
                Plant = parsed.GetValue(plant),
                Element = parsed.GetValue(element),
                IsOffer = parsed.GetValue(offer),
                IsNeed = parsed.GetValue(need),
                HeatKw = parsed.GetValue(heatKw),
                Celsius = parsed.GetValue(celsius),
                ReturnCelsius = parsed.GetValue(returnCelsius),
                Hours = parsed.GetValue(hours),
                Material = parsed.GetValue(material),
                TonnesPerHour = parsed.GetValue(tonnes),
                Contents = parsed.GetValue(contents),
                PowerKw = parsed.GetValue(powerKw),
                Price = parsed.GetValue(price),
                At = parsed.GetValue(at),
                Limit = parsed.GetValue(limit),
                RuledOut = parsed.GetValue(ruledOut),
                Owner = parsed.GetValue(owner),
                IsJson = parsed.GetValue(json),
            };
            return (int)new PartnersRun(request, server.Parse(parsed, environment), language, environment).Run();
        });
        return command;
    }
}
