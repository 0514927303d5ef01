using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Opening;

public sealed class OpenTalksTests
{
    [Fact]
    public async Task Says_what_was_understood_and_what_comes_next()
    {
        await using var desk = await TestDesk.OpenAsync();

        var reply = await desk.DoneAsync("/talks open us-japan-autos \"US–Japan automotive talks\" zone:Geneva clocks:\"America/New_York, Geneva=Europe/Zurich\"");

        reply.ShouldBe("""
            Opened us-japan-autos: US–Japan automotive talks
            Times are read in Geneva · clocks Washington, Geneva
            This channel follows: Washington clock, digest 08:00
            """);
    }

    [Fact]
    public async Task Takes_the_first_deadline_and_says_when_it_is_first_told()
    {
        await using var desk = await TestDesk.OpenAsync();

        var reply = await desk.DoneAsync("/talks open us-japan-autos \"US–Japan automotive talks\" zone:Geneva deadline:28 Jun 23:59 EDT label:\"100% tariffs on luxury cars\"");

        reply.ShouldBe("""
            Opened us-japan-autos: US–Japan automotive talks
            Times are read in Geneva
            This channel follows: Washington clock, digest 08:00
            D1 100% tariffs on luxury cars
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1) – in 1 d 21 h
            9 alerts to 1 channel, the first today 23:59
            """);
        (await desk.AheadAsync(MomentKind.Countdown))[0].ShouldBe(Duration.FromHours(24));
    }

    [Theory]
    [InlineData("\"US–Japan autos\"", "us-japan-autos", "US–Japan autos")]
    [InlineData("Zürich Großbank’s merger", "zurich-grossbanks-merger", "Zürich Großbank’s merger")]
    [InlineData("steel", "steel", "steel")]
    [InlineData("autos \"US–Japan autos\"", "autos", "US–Japan autos")]
    [InlineData("slug:autos title:\"US–Japan autos\"", "autos", "US–Japan autos")]
    [InlineData("\"Talks about the purchases of parts made in the United States of America\"", "talks-about-the-purchases-of-parts-made", "Talks about the purchases of parts made in the United States of America")]
    public async Task Makes_the_slug_of_the_title_where_none_is_given(string typed, string slug, string title)
    {
        await using var desk = await TestDesk.OpenAsync();

        (await desk.DoneAsync($"/talks open {typed}")).ShouldStartWith($"Opened {slug}: {title}\n");
    }

    [Fact]
    public async Task Asks_whether_the_first_of_several_words_is_the_slug()
    {
        await using var desk = await TestDesk.OpenAsync();

        var reply = await desk.SayAsync("/talks open dock-strike talks in Oslo");

        reply.Body.Heading.ShouldBe("Is “dock-strike” the slug, or the first word of the title?");
        reply.Body.Buttons.Select(button => button.Command).ShouldBe(
            ["/talks open slug:dock-strike title:\"talks in Oslo\"", "/talks open title:\"dock-strike talks in Oslo\""]);
    }

    [Fact]
    public async Task Offers_a_slug_that_is_free_where_one_is_taken()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks open us-japan-autos-2 \"The second round\"");

        var reply = await desk.SayAsync("/talks open \"US–Japan autos\"");
        await desk.DoneAsync(reply.Body.Buttons.ShouldHaveSingleItem().Command);

        reply.Body.Heading.ShouldStartWith("Talks named us-japan-autos exist already; choose another slug, such as us-japan-autos-3");
        (await desk.DoneAsync("/talks status us-japan-autos-3")).ShouldStartWith("US–Japan autos");
    }

    [Fact]
    public async Task Leaves_the_channel_out_where_somebody_says_so()
    {
        await using var desk = await TestDesk.OpenAsync();

        var reply = await desk.DoneAsync("/talks open us-japan-autos \"Autos\" follow:no");

        reply.ShouldContain("No channel follows yet: /talks follow add us-japan-autos");
        (await desk.TalksAsync()).Follows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_direct_message_does_not_follow()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var caller = new Caller("Ann", Role.Editor, new ChannelAddress("slack", "main", "D1")) { IsDirect = true };

        var reply = await desk.RunAsync("open steel \"Steel talks\"", caller);

        reply.Refused.ShouldBeFalse();
        (await desk.ReadAsync(db => db.Follows.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task A_channel_that_no_connection_serves_does_not_follow()
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("slack:main", new ChannelCheck.Ready()));

        (await desk.SayAsync("open steel \"Steel talks\"")).ShouldContain("No channel follows yet");
    }

    [Fact]
    public async Task A_channel_that_cannot_be_posted_to_is_told_so_with_opening_without_it_as_a_choice()
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("terminal", new ChannelCheck.Faulty("The bot is not in the channel.", "Invite it with /invite @talksbot.")));

        var reply = await desk.RunAsync("open steel \"Steel talks\"", "terminal:desk", Role.Editor);
        await desk.SayAsync(reply.Body.Buttons.ShouldHaveSingleItem().Command);

        reply.Body.Heading.ShouldBe("terminal:desk cannot be posted to: The bot is not in the channel. Invite it with /invite @talksbot.");
        (await desk.SayAsync("follow show steel")).ShouldStartWith("No channel follows Steel talks yet");
    }

    [Fact]
    public async Task A_channel_that_follows_other_talks_keeps_its_clock()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Tokyo digest:none");

        (await desk.SayAsync("open steel \"Steel talks\"")).ShouldContain("This channel follows: Tokyo clock, digest 08:00");
    }

    [Fact]
    public async Task The_channels_of_other_talks_follow_too_where_a_chief_says_like_them()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo zone:Tokyo digest:7:30");
        await desk.SayAsync("follow add us-japan-autos channel:terminal:desk priority:urgent");

        var reply = await desk.SayAsync("open \"Steel talks\" like:us-japan-autos");

        reply.ShouldContain("2 channels follow, this one too: /talks follow show steel-talks");
        (await desk.SayAsync("follow show steel-talks")).ShouldContain("terminal:desk · urgent and above; the rest wait for the digest\nterminal:tokyo · clock Asia/Tokyo · digest at 07:30");
    }

    [Fact]
    public async Task Which_other_channels_follow_is_not_an_editors_to_say()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo");

        var reply = await desk.RunAsync("open \"Steel talks\" like:us-japan-autos", "terminal:desk", Role.Editor);
        var opened = await desk.RunAsync(reply.Body.Buttons.ShouldHaveSingleItem().Command, "terminal:desk", Role.Editor);

        reply.Body.Heading.ShouldStartWith("To make 1 other channel follow needs the role chief");
        PostText.Write(opened.Body).ShouldContain("This channel follows: ");
    }

    [Fact]
    public async Task What_an_opening_tells_other_channels_is_shown_first()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo live:yes");

        var reply = await desk.RunAsync("open \"Steel talks\" like:us-japan-autos", new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk")));

        reply.IsPreview.ShouldBeTrue();
        reply.Body.Heading.ShouldBe("Nothing is posted yet: this would tell 1 channel");
    }

    [Fact]
    public async Task Undo_takes_back_all_of_it()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.DoneAsync("/talks open steel \"Steel talks\" deadline:\"in 30h\" label:tariffs");

        var undone = await desk.DoneAsync("/talks undo");

        undone.ShouldBe("Undone: open of steel\nThe desk does not follow Steel talks any more.\nNobody had been told.");
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBeEmpty();
        (await desk.AheadAsync(MomentKind.Digest)).ShouldBeEmpty();
        (await desk.DoneAsync("/talks list")).ShouldStartWith("The desk follows no talks now");
    }

    [Fact]
    public async Task Keeps_the_sides_and_who_speaks_for_them()
    {
        await using var desk = await TestDesk.OpenAsync();

        await desk.DoneAsync("""
            /talks open us-japan-autos "Autos" parties:"us=United States; JP=Japan" principals:"US: Mickey Kantor, USTR; jp: Ryutaro Hashimoto"
            """);

        var parties = (await desk.TalksAsync()).Parties;
        parties.Select(party => (party.Code, party.Name, party.Principals.Single()))
            .ShouldBe([("US", "United States", "Mickey Kantor, USTR"), ("JP", "Japan", "Ryutaro Hashimoto")]);
    }

    [Theory]
    [InlineData("US-Japan \"Autos\"", "A slug has 2 to 60 lower-case letters")]
    [InlineData("us-japan-autos \"Autos\"", "Talks named us-japan-autos exist already; choose another slug")]
    [InlineData("\"協議\"", "That title makes no slug; add one")]
    [InlineData("autos \"Autos\" deadline:\"28 Jun 23:59 EDT\"", "Say what falls then, as in label:")]
    [InlineData("autos \"Autos\" label:tariffs", "Say when that falls too, as in deadline:")]
    [InlineData("autos \"Autos\" deadline:\"26 Jun 1995 23:59 EDT\" label:tariffs", "Mon 26 Jun 1995 23:59 Washington has passed")]
    [InlineData("autos \"Autos\" zone:CST", "CST is used for US Central, China and Cuba")]
    [InlineData("autos \"Autos\" zone:Atlantis", "\"Atlantis\" is not a place or time zone I know.")]
    [InlineData("autos \"Autos\" clocks:\"Geneva, Atlantis\"", "“Atlantis” is no clock; write zones such as")]
    [InlineData("autos \"Autos\" clocks:\",\"", "Name at least one clock")]
    [InlineData("autos \"Autos\" clocks:\"UTC,UTC,UTC,UTC,UTC,UTC,UTC,UTC,UTC\"", "Talks have at most 8 clocks; leave some out.")]
    [InlineData("autos \"Autos\" parties:\"United States\"", "Write the sides as \"US=United States; JP=Japan\"")]
    [InlineData("autos \"Autos\" parties:\"U:S=United States\"", "Write the sides as \"US=United States; JP=Japan\"")]
    [InlineData("autos \"Autos\" parties:\"US=United States; us=Japan\"", "US is named twice; give every side a code of its own.")]
    [InlineData("autos \"Autos\" parties:\"US=United States\" principals:\"JP: Hashimoto\"", "Write who speaks for each side as")]
    public async Task Refuses_what_it_cannot_keep(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks open {typed}");

        refusal.ShouldStartWith(why);
    }

    [Fact]
    public async Task Refuses_a_name_too_long_for_a_file_of_the_talks()
    {
        await using var desk = await TestDesk.OpenAsync();

        var refusal = await desk.RefusedAsync($"/talks open autos \"Autos\" parties:\"US={new string('a', 201)}\"");

        refusal.ShouldStartWith("Write the sides as");
    }

    [Fact]
    public async Task Is_for_editors()
    {
        await using var desk = await TestDesk.OpenAsync();

        var refusal = await desk.RefusedAsync("/talks open autos \"Autos\"", Role.Reporter);

        refusal.ShouldBe("\"open\" needs the role editor; ask somebody who has it, or a chief to give it to you.");
    }
}
