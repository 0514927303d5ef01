using Microsoft.Extensions.DependencyInjection;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What nobody should send, through the whole bot.</summary>
public sealed class BadInputTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("@everyone @here <@&1> they agree", @"\@everyone \@here \<\@&1\>")]
    [InlineData("See [the paper](https://evil.example)", @"\[the paper](<https://evil.example>)")]
    [InlineData("```ansi `x` ||y|| **z**", @"\`\`\`ansi \`x\` \|\|y\|\| \*\*z\*\*")]
    public async Task Hostile_words_reach_the_channel_as_words_and_ping_nobody(string words, string escaped)
    {
        await using var room = await Newsroom.StartAsync();

        await room.UpdateAsync(room.Ben, words);

        var post = room.Seen(room.Wire).ShouldHaveSingleItem();
        (post.Pings.Everyone, post.Pings.Users.Count, post.Pings.Roles.Count).ShouldBe((false, 0, 0));
        post.Content.ShouldContain(escaped);
    }

    [Fact]
    public async Task Ten_thousand_accents_are_refused_and_a_thousand_are_thinned_out()
    {
        await using var room = await Newsroom.StartAsync();

        var tooMany = await room.UpdateAsync(room.Ben, $"They agree{new string('\u0301', 5_900)}");
        var many = await room.UpdateAsync(room.Ben, $"They agree{new string('\u0301', 1_000)}");

        CommandRig.Text(tooMany).ShouldContain("shorten it to 2,000");
        CommandRig.Text(many).ShouldNotContain(new string('\u0301', 9));
        room.Seen(room.Wire).ShouldAllBe(post => !CommandRig.Text(post).Contains(new string('\u0301', 9), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("r:00:no such command")]
    [InlineData("r#00:0123456789")]
    [InlineData("w:00:update add")]
    [InlineData("f:00:undo")]
    [InlineData("r:00:")]
    [InlineData("somebody else's")]
    [InlineData("r:00:role grant who:<@1> role:chief")]
    public async Task A_button_that_is_none_of_ours_changes_nothing_and_is_answered_in_private(string id)
    {
        await using var rig = await CommandRig.StartAsync();
        var forged = await Rest(rig).Messages.CreateAsync(
            new Snowflake(rig.Channel), new MessageDraft { Content = "press me", Components = [new ActionRow(new Button(ButtonStyle.Primary, "Press", id))] }, Token);
        forged.ShouldBeOfType<Answered<DiscordMessage>>();

        var answer = await rig.PressAsync(rig.Cleo, rig.Discord.Messages(rig.Channel)[^1], "Press");

        answer.Message.ShouldNotBeNull().Ephemeral.ShouldBeTrue();
        rig.Discord.Messages(rig.Channel).ShouldHaveSingleItem();
        CommandRig.Text(await rig.RunAsync(rig.Ada, "role list")).ShouldNotContain("user/1");
    }

    [Fact]
    public async Task A_command_that_TalksBot_no_longer_has_says_so()
    {
        await using var rig = await CommandRig.StartAsync();
        var registered = await Rest(rig).Commands.OverwriteGlobalAsync(
            new Snowflake(rig.Discord.ApplicationId), [new ApplicationCommand { Name = "deadlines", Description = "an old one", Type = CommandType.ChatInput }], Token);
        registered.ShouldBeOfType<Answered<IReadOnlyList<ApplicationCommand>>>();

        var answer = await rig.Discord.RunCommandAsync(rig.Cleo, rig.Channel, "deadlines", [], Token);

        CommandRig.Text(answer).ShouldContain("has no such command any more");
        answer.Message!.Ephemeral.ShouldBeTrue();
    }

    [Fact]
    public async Task A_thread_that_was_archived_gets_the_correction_and_its_original_is_marked()
    {
        await using var room = await Newsroom.StartAsync();
        var opened = await Rest(room.Rig).Threads.StartAsync(new Snowflake(room.Wire), new ThreadDraft("autos"), Token);
        var thread = opened.ShouldBeOfType<Answered<DiscordChannel>>().Value.Id.Value;
        await room.DoAsync(room.Rig.Ada, thread, "follow add", ("talks", "us-japan-autos"), ("digest", "none"));
        await room.UpdateAsync(room.Ben, "They meet again.");
        room.Rig.Discord.CloseThread(thread, archived: true, locked: false);

        await room.DoAsync(room.Ben, room.Rig.Channel, "update correct", ("talks", "us-japan-autos"), ("update", "#1"), ("text", "They do not meet."));

        var seen = room.Seen(thread);
        seen.Count.ShouldBe(2);
        CommandRig.Text(seen[0]).ShouldContain("~~");
        CommandRig.Text(seen[1]).ShouldContain("They do not meet.");
        room.Seen(room.Operations).ShouldBeEmpty();
    }

    private static DiscordRest Rest(CommandRig rig) => rig.Services.GetRequiredService<DiscordConnection>().Rest;
}
