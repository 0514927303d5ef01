using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests.Reading;

public sealed class ReadingCommandsTests
{
    [Fact]
    public async Task Since_tells_only_what_changed_in_the_span()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("point add us-japan-autos enforcement");
        desk.Clock.Advance(Duration.FromHours(8));
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by US officials\"");

        var answer = await desk.SayAsync("since 6h");

        answer.ShouldStartWith("1 change since Tue 27 Jun 1995 12:00 Washington");
        answer.ShouldContain("His tone changed");
        answer.ShouldNotContain("enforcement");
    }

    [Fact]
    public async Task Since_covers_the_talks_followed_here_and_all_where_none_are()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("open dock-strike \"Dock strike\" follow:no");
        await desk.SayAsync("follow add dock-strike", "terminal:harbour");

        var there = await desk.SayAsync("since 1h", "terminal:harbour");
        var elsewhere = await desk.SayAsync("since 1h", "terminal:desk");

        there.ShouldNotContain("automotive");
        elsewhere.ShouldContain("Dock strike");
        elsewhere.ShouldContain("automotive");
    }

    [Theory]
    [InlineData("since soon", "“soon” is no length of time up to 366 days and no time that has been; write it like 6h, 90m, yesterday or 18:00, or leave it out for all since your last handover.")]
    [InlineData("since 0", "“0” is no length of time up to 366 days and no time that has been; write it like 6h, 90m, yesterday or 18:00, or leave it out for all since your last handover.")]
    [InlineData("receipts page:2", "There is only page 1.")]
    [InlineData("receipts page:0", "“0” is no page; write page:2 for the second one.")]
    [InlineData("receipts channel:desk", "“desk” is no channel; write it as terminal:desk or slack:main/C0123.")]
    [InlineData("help launch", "There is no help on “launch”; /talks help lists what there is.")]
    [InlineData("export us-japan-autos format:pdf", "“pdf” is not a format; choose json, md, csv, ics.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task A_digest_now_is_a_preview_on_this_channels_clock()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Tokyo");

        var answer = await desk.SayAsync("digest");

        answer.ShouldContain("Preview: nothing is posted.\nYesterday 23:00 – today 23:00 Tokyo");
        (await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_digest_now_is_on_the_desks_clock_where_nobody_follows()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.SayAsync("digest us-japan-autos")).ShouldContain("Yesterday 10:00 – today 10:00 Washington");
    }

    [Fact]
    public async Task The_timeline_begins_with_what_is_to_come()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");

        var answer = await desk.SayAsync("timeline");

        answer.ShouldStartWith("Timeline: US–Japan automotive talks, times in Geneva");
        answer.ShouldContain("05:59 Geneva · DEADLINE D1 tariffs – in 1 d 13 h\nNOW 16:00 Geneva\n");
    }

    [Fact]
    public async Task An_export_reads_back_as_the_same_talks()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by US officials\"");

        var answer = await desk.SayAsync("export us-japan-autos");

        var json = answer[(answer.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        TalksFile.Read(json).ShouldBeOfType<TalksFileReading.Understood>().File.Talks.ShouldHaveSingleItem().Slug.ShouldBe("us-japan-autos");
    }

    [Fact]
    public async Task When_shows_every_clock_and_utc()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var answer = await desk.SayAsync("when \"28 Jun 1995 23:59 EDT\"");

        answer.ShouldBe(
            """
            Wed 28 Jun 1995 23:59 Washington
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            in 1 d 13 h
            UTC: 1995-06-29T03:59:00Z
            """);
    }

    [Fact]
    public async Task When_reads_by_the_talks_followed_here_and_says_what_it_inferred()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        var answer = await desk.SayAsync("when \"tonight 11:59\"");

        answer.ShouldStartWith("Tue 27 Jun 1995 23:59 Geneva\nread as 23:59");
    }

    [Fact]
    public async Task When_offers_the_readings_of_an_unclear_time()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var reply = await desk.RunAsync("when 11:59", "terminal:desk", Role.Reader);

        reply.Refused.ShouldBeTrue();
        reply.Body.Buttons.Count.ShouldBeGreaterThan(1);
        foreach (var button in reply.Body.Buttons)
        {
            (await desk.SayAsync(button.Command)).ShouldStartWith(button.Label);
        }
    }

    [Fact]
    public async Task Help_lists_every_command_and_explains_one()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.SayAsync("help")).ShouldContain("update: add, correct, kill");
        (await desk.SayAsync("help follow add")).ShouldContain("Usage: /talks follow add [TALKS] [channel:…] [like:…] [zone:…] [digest:…] [ladder:…] [priority:…] [mention:…]");
    }

    [Fact]
    public async Task Every_example_is_a_line_that_its_command_understands()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var caller = new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk"));

        foreach (var spec in desk.Book.Specs)
        {
            CommandLine.Read(desk.Book, spec.Example, caller).ShouldBeOfType<CommandReading.Understood>(spec.Path).Call.Spec.ShouldBe(spec);
        }
    }
}
