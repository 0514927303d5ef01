using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Discord.Posting;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>Posts with a picture.</summary>
public sealed class PictureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_stands_below_the_words_with_words_of_its_own_for_those_who_cannot_see_it()
    {
        await using var server = await Server.StartAsync();

        var outcome = await Connect(server).PostAsync(Outgoing(server), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        var message = server.Messages(server.Desk).ShouldHaveSingleItem();
        var file = message.Files.ShouldHaveSingleItem();
        (file.Name, file.ContentType, file.Description).ShouldBe(("timeline.png", "image/png", "D1 at 23:44 Washington"));
        file.Bytes.ToArray().ShouldBe(DotPictures.Dot);
        ((string?)message.Embeds[^1]!["image"]!["url"]).ShouldNotBeNull().ShouldContain("timeline.png");
    }

    [Fact]
    public async Task Where_the_bot_may_attach_no_files_the_words_come_without_it()
    {
        await using var server = await Server.StartAsync();
        server.Simulator.DenyBot(server.Desk, Permissions.AttachFiles);

        var outcome = await Connect(server).PostAsync(Outgoing(server), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        var message = server.Messages(server.Desk).ShouldHaveSingleItem();
        message.Files.ShouldBeEmpty();
        message.Content.ShouldStartWith("15 min to go");
    }

    [Fact]
    public async Task A_change_of_the_words_puts_a_new_picture_in_the_place_of_the_old()
    {
        await using var server = await Server.StartAsync();
        var platform = Connect(server);
        var post = Outgoing(server);
        var sent = (PostOutcome.Sent)await platform.PostAsync(post, Token);

        await platform.EditAsync(new MessageAddress(post.Channel, sent.MessageId), post with { Post = post.Post with { Heading = "Corrected" } }, Token);

        var message = server.Messages(server.Desk).ShouldHaveSingleItem();
        message.Content.ShouldBe("Corrected");
        message.Files.ShouldHaveSingleItem().Name.ShouldBe("timeline.png");
        message.Embeds[^1]!["image"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_without_a_picture_leaves_none_behind()
    {
        await using var server = await Server.StartAsync();
        var platform = Connect(server);
        var post = Outgoing(server);
        var sent = (PostOutcome.Sent)await platform.PostAsync(post, Token);

        await platform.EditAsync(new MessageAddress(post.Channel, sent.MessageId), post with { Post = post.Post with { Picture = null } }, Token);

        var message = server.Messages(server.Desk).ShouldHaveSingleItem();
        message.Files.ShouldBeEmpty();
        message.Embeds[^1]!["image"].ShouldBeNull();
    }

    [Fact]
    public async Task Where_files_are_no_longer_allowed_the_words_are_changed_all_the_same()
    {
        await using var server = await Server.StartAsync();
        var platform = Connect(server);
        var post = Outgoing(server);
        var sent = (PostOutcome.Sent)await platform.PostAsync(post, Token);
        server.Simulator.DenyBot(server.Desk, Permissions.AttachFiles);

        var outcome = await platform.EditAsync(new MessageAddress(post.Channel, sent.MessageId), post with { Post = post.Post with { Heading = "Corrected" } }, Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        var message = server.Messages(server.Desk).ShouldHaveSingleItem();
        message.Content.ShouldBe("Corrected");
        message.Files.ShouldBeEmpty();
    }

    private static DiscordPlatform Connect(Server server) => server.Connect(new SimulatedClock(Some.Moment), pictures: new DotPictures());

    private static OutgoingPost Outgoing(Server server) => Some.Outgoing(Server.Address(server.Desk), Some.Post() with { Picture = DotPictures.Picture });
}
