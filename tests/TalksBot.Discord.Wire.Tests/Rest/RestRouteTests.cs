using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Rest;

/// <summary>Every call goes where discord.md §2 says.</summary>
public sealed class RestRouteTests : IDisposable
{
    private static readonly Snowflake _channel = new(1);
    private static readonly Snowflake _message = new(7);
    private static readonly Interaction _interaction = new(new(5), new(6), InteractionType.Command, new("inter/action"));

    private readonly FakeDiscord _discord = new(_ => FakeDiscord.Json(200, FakeDiscord.Message));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _discord.Dispose();

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Goes_to_the_route_of_the_sheet(string target, Func<DiscordRest, Task> ask)
    {
        using var rest = _discord.Rest();

        await ask(rest);

        _discord.Requests.ShouldHaveSingleItem().Target.ShouldBe(target);
    }

    public static TheoryData<string, Func<DiscordRest, Task>> Targets() => new()
    {
        { "GET /api/v10/applications/@me", rest => rest.Application.GetCurrentAsync(Token) },
        { "GET /api/v10/users/@me", rest => rest.Application.GetUserAsync(Token) },
        { "GET /api/v10/gateway/bot", rest => rest.Application.GetGatewayAsync(Token) },
        { "GET /api/v10/users/@me/guilds", rest => rest.Guilds.ListMineAsync(Token) },
        { "GET /api/v10/guilds/2", rest => rest.Guilds.GetAsync(new(2), Token) },
        { "GET /api/v10/guilds/2/channels", rest => rest.Guilds.ListChannelsAsync(new(2), Token) },
        { "GET /api/v10/guilds/2/threads/active", rest => rest.Guilds.ListActiveThreadsAsync(new(2), Token) },
        { "GET /api/v10/guilds/2/roles", rest => rest.Guilds.ListRolesAsync(new(2), Token) },
        { "GET /api/v10/guilds/2/members/3", rest => rest.Guilds.GetMemberAsync(new(2), new(3), Token) },
        { "GET /api/v10/channels/1/messages/7", rest => rest.Messages.GetAsync(_channel, _message, Token) },
        { "DELETE /api/v10/channels/1/messages/7", rest => rest.Messages.DeleteAsync(_channel, _message, Token) },
        {
            "GET /api/v10/channels/1/messages?limit=10&after=7",
            rest => rest.Messages.ListAsync(_channel, new(10, After: _message), Token)
        },
        { "PUT /api/v10/channels/1/messages/pins/7", rest => rest.Pins.PinAsync(_channel, _message, Token) },
        { "DELETE /api/v10/channels/1/messages/pins/7", rest => rest.Pins.UnpinAsync(_channel, _message, Token) },
        { "GET /api/v10/channels/1/messages/pins", rest => rest.Pins.ListAsync(_channel, before: null, Token) },
        {
            "POST /api/v10/channels/1/messages/7/threads",
            rest => rest.Threads.StartFromMessageAsync(_channel, _message, new("t"), Token)
        },
        { "POST /api/v10/channels/1/threads", rest => rest.Threads.StartAsync(_channel, new("t"), Token) },
        { "PUT /api/v10/applications/6/commands", rest => rest.Commands.OverwriteGlobalAsync(new(6), [], Token) },
        {
            "PUT /api/v10/applications/6/guilds/2/commands",
            rest => rest.Commands.OverwriteInGuildAsync(new(6), new(2), [], Token)
        },
        { "POST /api/v10/webhooks/6/inter%2Faction", rest => rest.FollowUps.CreateAsync(_interaction, new(), Token) },
        {
            "PATCH /api/v10/webhooks/6/inter%2Faction/messages/@original",
            rest => rest.FollowUps.EditOriginalAsync(_interaction, new(), Token)
        },
    };
}
