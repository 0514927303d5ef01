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

    private static OutgoingPost Post(Server server) => Some.Outgoing(Server.Address(server.Desk), Some.Post() with { Mention = "@here" });
}
