using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Sockets;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Who the bot is and where its Gateway stands. Protocol sheet §2 and §9.</summary>
internal sealed class ApplicationRoutes(DiscordWorld world, GatewayServer gateway)
{
    public IEnumerable<RestRoute> All()
    {
        yield return new("get_my_application", "GET", "/applications/@me", _ => RestReply.Ok(Application()));
        yield return new("get_my_oauth2_application", "GET", "/oauth2/applications/@me", _ => RestReply.Ok(Application()));
        yield return new("get_my_user", "GET", "/users/@me", _ => RestReply.Ok(world.Bot.ToSelfJson()));
        yield return new("get_user", "GET", "/users/{user_id}", User);
        yield return new("get_gateway", "GET", "/gateway", _ => RestReply.Ok(new JsonObject { ["url"] = gateway.Url })) { Open = true };
        yield return new("get_bot_gateway", "GET", "/gateway/bot", _ => RestReply.Ok(BotGateway()));
    }

    private RestReply User(RestCall call) =>
        RestReply.Ok(world.Users.GetValueOrDefault(call.Id("user_id"))?.ToJson() ?? throw Refusal.UnknownUser);

    private JsonObject BotGateway() => new()
    {
        ["url"] = gateway.Url,
        ["shards"] = world.Options.Shards,
        ["session_start_limit"] = gateway.Starts.ToJson(),
    };

    private int[] IntegrationTypes => world.Options.UserInstallable ? [0, 1] : [0];

    private JsonObject Application() => new()
    {
        ["id"] = $"{world.ApplicationId}",
        ["name"] = world.Bot.Name,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = world.Bot.ToJson(),
        ["bot_public"] = world.Options.BotPublic,
        ["bot_require_code_grant"] = false,
        ["integration_types_config"] = new JsonObject(IntegrationTypes.Select(type => KeyValuePair.Create($"{type}", (JsonNode?)new JsonObject()))),
        ["verify_key"] = world.VerifyKey,
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = world.Options.InteractionsEndpoint?.ToString(),
        ["role_connections_verification_url"] = null,
        ["owner"] = world.Bot.ToJson(),
        ["approximate_guild_count"] = world.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray("applications.commands", "bot"),
    };
}
