using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Commands;

/// <summary>The most frequent jobs, each in one step and in the words that people use.</summary>
public sealed class FiveJobsTests
{
    [Fact]
    public async Task Help_begins_with_them()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var help = await desk.RunAsync("help", "terminal:desk", Role.Editor);

        help.Body.Pieces.TakeWhile(piece => piece is PostPiece.Field).Cast<PostPiece.Field>().Select(field => field.Name)
            .ShouldBe(["Set a first deadline", "Move it", "Tell what was heard", "Say that it was seen", "Catch up"]);
    }

    [Fact]
    public async Task Help_leaves_out_those_that_the_asker_may_not_do()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var help = await desk.RunAsync("help", "terminal:desk", Role.Reader);

        help.Body.Pieces.TakeWhile(piece => piece is PostPiece.Field).Cast<PostPiece.Field>().Select(field => field.Name).ShouldBe(["Say that it was seen", "Catch up"]);
    }

    [Theory]
    [InlineData("on-record", Sourcing.OnRecord)]
    [InlineData("on record", Sourcing.OnRecord)]
    [InlineData("On the Record", Sourcing.OnRecord)]
    [InlineData("\"on the record\"", Sourcing.OnRecord)]
    [InlineData("an official", Sourcing.Official)]
    [InlineData("official", Sourcing.Official)]
    [InlineData("unnamed source", Sourcing.Unnamed)]
    [InlineData("unnamed", Sourcing.Unnamed)]
    [InlineData("anonymous", Sourcing.Unnamed)]
    public async Task How_well_an_update_is_sourced_may_be_said_as_people_say_it(string words, Sourcing tier)
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync($"update add us-japan-autos \"They meet again.\" \"a spokesman for the ministry\" tier:{words} side:JP");

        (await desk.TalksAsync()).Updates.ShouldHaveSingleItem().Sourcing.ShouldBe(tier);
    }

    [Theory]
    [InlineData("update add us-japan-autos \"They meet again.\" \"a ministry spokesman\"")]
    [InlineData("update add \"They meet again.\" \"a ministry spokesman\"")]
    public async Task How_well_it_is_sourced_is_a_choice_where_it_was_left_out(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        var reply = await desk.RunAsync(line, "terminal:desk", Role.Reporter);
        await desk.SayAsync(reply.Body.Buttons[1].Command);

        reply.Body.Heading.ShouldBe("`update add` also needs “tier”: how well it is sourced.");
        reply.Body.Buttons.Select(button => button.Label).ShouldBe(["on-record", "official", "unnamed"]);
        var update = (await desk.TalksAsync()).Updates.ShouldHaveSingleItem();
        (update.Text, update.Attribution, update.Sourcing).ShouldBe(("They meet again.", "a ministry spokesman", Sourcing.Official));
    }

    [Theory]
    [InlineData("update add \"They meet again.\" \"a ministry spokesman\" on record", Sourcing.OnRecord)]
    [InlineData("update add \"They meet again.\" \"a ministry spokesman\" on the record side:JP", Sourcing.OnRecord)]
    [InlineData("update add \"They meet again.\" \"a ministry spokesman\" unnamed source", Sourcing.Unnamed)]
    [InlineData("update add us-japan-autos \"They meet again.\" \"a ministry spokesman\" an official", Sourcing.Official)]
    [InlineData("update add \"US–Japan automotive talks\" \"They meet again.\" \"a ministry spokesman\" official", Sourcing.Official)]
    public async Task How_well_it_is_sourced_may_follow_the_quotations(string line, Sourcing tier)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        await desk.SayAsync(line);

        var update = (await desk.TalksAsync()).Updates.ShouldHaveSingleItem();
        (update.Text, update.Attribution, update.Sourcing).ShouldBe(("They meet again.", "a ministry spokesman", tier));
    }

    [Fact]
    public async Task What_follows_them_and_is_no_tier_is_said_to_be_none_and_the_choices_keep_the_rest()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        var reply = await desk.RunAsync("update add \"They meet again.\" \"a ministry spokesman\" rumour", "terminal:desk", Role.Reporter);
        await desk.SayAsync(reply.Body.Buttons[0].Command);

        reply.Body.Heading.ShouldStartWith("“rumour” is not a tier; ");
        (await desk.TalksAsync()).Updates.ShouldHaveSingleItem().Attribution.ShouldBe("a ministry spokesman");
    }

    [Fact]
    public async Task What_a_form_was_to_bring_and_nobody_wrote_is_not_said()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" tariffs");

        await desk.SayAsync("deadline move us-japan-autos D1 note:- by:- at:+24h");

        (await desk.SayAsync("deadline history us-japan-autos D1")).ShouldNotContain("– -");
    }

    [Theory]
    [InlineData("since yesterday", "Mon 26 Jun 1995 00:00 Tokyo")]
    [InlineData("since monday", "Mon 26 Jun 1995 00:00 Tokyo")]
    [InlineData("since 18:00", "Tue 27 Jun 1995 18:00 Tokyo")]
    public async Task Catching_up_begins_on_the_channels_own_clock(string line, string from)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Tokyo");

        (await desk.SayAsync(line)).ShouldStartWith($"1 change since {from}");
    }

    [Fact]
    public async Task Catching_up_for_the_first_time_begins_with_the_channels_last_digest()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Tokyo digest:08:00");
        await desk.SayAsync("point add us-japan-autos dealerships");
        await desk.ClaimAsync(Core.Agenda.MomentKind.Digest, Instant.FromUtc(1995, 6, 27, 23, 0));
        desk.Clock.Advance(Duration.FromHours(2));
        await desk.SayAsync("point add us-japan-autos enforcement");

        var first = await desk.RunAsync("since last", new Caller("Dora", Role.Reader, new ChannelAddress("terminal", "", "desk")));

        PostText.Write(first.Body).ShouldStartWith("1 change since Wed 28 Jun 1995 08:00 Tokyo");
        PostText.Write(first.Body).ShouldNotContain("dealerships");
    }
}
