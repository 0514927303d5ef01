using NodaTime.Testing;
using TalksBot.Core.Platforms;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>What a mention takes beside the words it is for.</summary>
public sealed class MentionTests
{
    private static readonly FakeClock Clock = new(Some.Moment);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_is_notified_by_the_rights_of_the_invitation_alone()
    {
        await using var server = await Server.StartAsync();

        await server.Connect(Clock).PostAsync(Post(server), Token);

        server.Messages(server.Desk).ShouldHaveSingleItem().Pings.Everyone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mention_whose_embed_is_left_out_does_not_pass_for_a_post()
    {
        await using var server = await Server.StartAsync();
        server.Simulator.DenyBot(server.Desk, Permissions.EmbedLinks);

        var outcome = await server.Connect(Clock).PostAsync(Post(server), Token);

        outcome.ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("Embed Links");
        server.Messages(server.Desk).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mention_that_would_ring_nobody_is_told_before_it_is_needed()
    {
        await using var server = await Server.StartAsync();
        var platform = server.Connect(Clock);
        var (open, closed) = (server.Simulator.AddRole(server.Guild, "editors", mentionable: true), server.Simulator.AddRole(server.Guild, "chiefs"));
        (await FaultAsync("@here")).ShouldBeNull();
        (await FaultAsync($"<@&{closed}>")).ShouldBeNull();

        server.Simulator.DenyBot(server.Desk, Permissions.MentionEveryone);

        (await FaultAsync($"<@&{open}>")).ShouldBeNull();
        (await FaultAsync("<@17>")).ShouldBeNull();
        (await FaultAsync("@here"))!.Why.ShouldBe("@here rings nobody there: the bot lacks Mention Everyone in the channel.");
        (await FaultAsync($"<@&{closed}>"))!.Why.ShouldStartWith($"<@&{closed}> rings nobody there: the role chiefs may not be mentioned by everybody");
        (await FaultAsync("<@&17>"))!.Why.ShouldStartWith("<@&17> is no role of that server");

        Task<ChannelCheck.Faulty?> FaultAsync(string mention) => platform.CheckMentionAsync(Server.Address(server.Desk), mention, Token);
    }

    private static OutgoingPost Post(Server server) => Some.Outgoing(Server.Address(server.Desk), Some.Post() with { Mention = "@here" });
}
