using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>What a message has outside its embeds: whom it pings, and its buttons.</summary>
public sealed class PostMessageTests
{
    private static readonly ChannelAddress Desk = Server.Address(7);

    [Fact]
    public void A_blank_line_is_not_struck_through_since_its_marks_would_show() =>
        PostBody.Of(new Post("Corrected", Severity.Calm, [new PostPiece.Struck("One.\n \nTwo.")]), "", "discord:main").Embeds.ShouldHaveSingleItem().Description.ShouldBe("~~One.~~\n~~Two.~~");

    [Theory]
    [InlineData(null, null, "{\"parse\":[]}")]
    [InlineData("<@&12>", "<@&12>", "{\"parse\":[],\"roles\":[\"12\"]}")]
    [InlineData("12", "<@&12>", "{\"parse\":[],\"roles\":[\"12\"]}")]
    [InlineData("<@12>", "<@12>", "{\"parse\":[],\"users\":[\"12\"]}")]
    [InlineData("<@!12>", "<@12>", "{\"parse\":[],\"users\":[\"12\"]}")]
    [InlineData("@here", "@here", "{\"parse\":[\"everyone\"]}")]
    [InlineData("@everyone", "\\@everyone", "{\"parse\":[]}")]
    [InlineData("<@&12> @everyone", "\\<\\@&12\\> \\@everyone", "{\"parse\":[]}")]
    [InlineData("the desk", "the desk", "{\"parse\":[]}")]
    public void A_mention_pings_exactly_whom_it_names(string? target, string? content, string allowed)
    {
        var draft = new PostMessage(hasButtons: false).Draft(Some.Outgoing(Desk, Some.Post() with { Mention = target }));

        draft.Content.ShouldBe(content is null ? "15 min to go: 100% tariffs on luxury cars" : $"15 min to go: 100% tariffs on luxury cars {content}");
        JsonSerializer.Serialize(draft.AllowedMentions, WireJson.Default.AllowedMentions).ShouldBe(allowed);
    }

    [Theory]
    [InlineData("<@&12>", "<@&12>")]
    [InlineData(" 12 ", "<@&12>")]
    [InlineData("<@!12>", "<@12>")]
    [InlineData("@here", "@here")]
    public void A_mention_is_kept_as_Discord_writes_it(string typed, string mention) =>
        Platform().ReadMention(typed).ShouldBe(new MentionReading.Understood(mention));

    [Theory]
    [InlineData("the desk")]
    [InlineData("@everyone")]
    [InlineData("@night-desk")]
    [InlineData("<@&0>")]
    [InlineData("<#12>")]
    public void A_mention_that_would_notify_nobody_is_refused_with_what_to_write(string typed) =>
        Platform().ReadMention(typed).ShouldBe(new MentionReading.Refused(
            $"“{typed}” notifies nobody on Discord; write a role as <@&123>, a person as <@123> (Discord writes both when you pick them), or @here."));

    [Fact]
    public void Buttons_come_in_rows_of_five_and_only_with_somebody_to_answer_them()
    {
        var post = Some.Outgoing(Desk, Some.Post() with { Buttons = [.. Enumerable.Range(0, 7).Select(n => new PostButton($"Button {n}", $"/talks {n}"))] });

        var rows = new PostMessage(hasButtons: true).Draft(post).Components!.Cast<ActionRow>().ToList();

        rows.Select(row => row.Components.Count).ShouldBe([5, 2]);
        ((Button)rows[0].Components[0]).ShouldBe(new Button(ButtonStyle.Secondary, "Button 0", ButtonId.Write(new ButtonCommand(ButtonAct.Run, "0"), "Button 0")));
        new PostMessage(hasButtons: false).Draft(post).Components.ShouldBeNull();
    }

    [Fact]
    public void An_edit_notifies_nobody()
    {
        var edit = new PostMessage(hasButtons: false).Edit(Some.Outgoing(Desk, Some.Post() with { Mention = "@here" }));

        edit.AllowedMentions.ShouldBe(AllowedMentions.None);
    }

    private static DiscordPlatform Platform()
    {
        using var connection = new DiscordConnection("main", new DiscordOptions { Token = "a" }, TimeProvider.System, NullLoggerFactory.Instance);
        return new DiscordPlatform(connection, new FakeClock(Some.Moment), hasButtons: false);
    }
}
