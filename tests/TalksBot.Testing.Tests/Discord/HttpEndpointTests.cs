using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NSec.Cryptography;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class HttpEndpointTests
{
    [Fact]
    public async Task Signs_so_that_a_bot_can_tell_good_from_bad()
    {
        var key = "";
        await using var bot = await StartBotAsync(() => key);
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { InteractionsEndpoint = new Uri(bot.Urls.First()) });
        key = (string)(await rig.GetAsync("applications/@me")).Body!["verify_key"]!;
        await rig.RegisterAsync("""[{"name":"help","description":"d"}]""");

        var admitted = await rig.Discord.EndpointIsAdmittedAsync(Rig.Token);
        var answer = await rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "help", [], Rig.Token);

        admitted.ShouldBeTrue();
        answer.Message!.Content.ShouldBe("here");
    }

    private static async Task<WebApplication> StartBotAsync(Func<string> verifyKey)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bot = builder.Build();
        bot.Run(context => AnswerAsync(context, verifyKey()));
        await bot.StartAsync(Rig.Token);
        return bot;
    }

    private static async Task AnswerAsync(HttpContext context, string verifyKey)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(verifyKey), KeyBlobFormat.RawPublicKey);
        var signature = Convert.FromHexString(context.Request.Headers["X-Signature-Ed25519"].ToString());
        if (!SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(context.Request.Headers["X-Signature-Timestamp"] + body), signature))
        {
            context.Response.StatusCode = 401;
            return;
        }

        var kind = ((int)JsonNode.Parse(body)!["type"]!).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(kind is "1" ? """{"type":1}""" : """{"type":4,"data":{"content":"here"}}""", context.RequestAborted);
    }
}
