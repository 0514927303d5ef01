using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Jobs;

/// <summary>What stands at the desk, with the doors to the five jobs.</summary>
public sealed class ShowDeskTests
{
    [Theory]
    [InlineData("desk")]
    [InlineData("/talks")]
    [InlineData("/talks desk")]
    public async Task Is_shown_by_its_name_and_by_none(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"in 90m\" \"100% tariffs\"");

        var reply = await desk.RunAsync(line, "terminal:desk", Role.Reporter);

        PostText.Write(reply.Body).ShouldBe("""
            What stands
            US–Japan automotive talks
            D1 100% tariffs – in 1 h 30 min
            17:30 Geneva Tue 27 Jun · 11:30 Washington Tue 27 Jun · 00:30 Tokyo Wed 28 Jun (+1)
            """);
        reply.Body.Buttons.Select(button => button.Label).ShouldBe(["Report an update…", "Acknowledge", "Catch up"]);
    }

    [Theory]
    [InlineData(Role.Reader, "Acknowledge, Catch up")]
    [InlineData(Role.Reporter, "Report an update…, Acknowledge, Catch up")]
    [InlineData(Role.Editor, "First deadline…, Deadline…, Report an update…, Move D1…, Edit D1…, Acknowledge, Catch up")]
    public async Task Offers_what_may_be_done_and_says_who_gives_more(Role role, string jobs)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"in 90m\" \"100% tariffs\"");

        var reply = await desk.RunAsync("desk", "terminal:desk", role);

        string.Join(", ", reply.Body.Buttons.Select(button => button.Label)).ShouldBe(jobs);
        PostText.Write(reply.Body).Contains("a chief gives you a role", StringComparison.Ordinal).ShouldBe(role is Role.Reader);
        PostText.Write(reply.Body).Contains("\nThe desk is well", StringComparison.Ordinal).ShouldBe(role is Role.Editor);
    }

    [Fact]
    public async Task Tells_an_editor_in_one_line_what_is_amiss()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync("update add us-japan-autos \"They meet again.\" \"a ministry spokesman\" tier:official");
        desk.Clock.AdvanceTo(desk.Now + Duration.FromMinutes(6));

        PostText.Write((await desk.RunAsync("desk", "terminal:desk", Role.Editor)).Body).Split('\n').ShouldContain(line => line.StartsWith("AMISS: posts wait", StringComparison.Ordinal) && line.EndsWith(": /talks health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_about_the_only_talks_there_are_or_those_followed_here_or_asks()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var only = await ReportAsync(desk);
        await desk.SayAsync("open steel \"Steel talks\" follow:no");
        var several = await ReportAsync(desk);
        await desk.SayAsync("follow add steel");
        var followed = await ReportAsync(desk);

        only.ShouldBe("/talks update add talks:us-japan-autos text:- source:- tier:- link:-");
        several.ShouldBe("/talks update add text:- source:- tier:- link:-");
        followed.ShouldStartWith("/talks update add talks:steel ");
    }

    [Fact]
    public async Task Nothing_that_anybody_said_is_in_it()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos \"They meet again.\" \"a ministry spokesman\" tier:official embargo:\"in 2h\"");

        var reply = await desk.RunAsync("desk", "terminal:desk", Role.Chief);

        PostText.Write(reply.Body).ShouldStartWith("Nothing is due: no deadline stands and no session is planned");
        PostText.Write(reply.Body).ShouldNotContain("They meet");
        reply.Body.Buttons.ShouldAllBe(button => !button.Command.Contains("They meet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_deadlines_the_rest_is_counted_and_paged_and_each_can_be_moved_or_edited()
    {
        await using var desk = await NewsDesk.OpenAsync();
        for (var hour = 1; hour <= 12; hour++)
        {
            await desk.SayAsync($"deadline add us-japan-autos \"in {hour}h\" \"list {hour}\"");
        }

        var stands = await desk.RunAsync("desk", "terminal:desk", Role.Editor);
        var listed = await desk.RunAsync(stands.Body.Buttons.Single(button => button.Label == "Move or edit").Command, "terminal:desk", Role.Editor);
        var more = await desk.RunAsync(listed.Body.Buttons.Single(button => button.Label == PostFit.More).Command, "terminal:desk", Role.Editor);

        PostText.Write(stands.Body).ShouldContain("What stands, page 1 of 2");
        PostText.Write(stands.Body).ShouldContain("and 2 more");
        stands.Body.Buttons[^1].ShouldBe(new PostButton(PostFit.More, "/talks desk page:2"));
        PostText.Write(listed.Body).ShouldStartWith("12 deadlines stand, page 1 of 2\nD1 list 1 · US–Japan automotive talks – 17:00 Geneva");
        listed.Body.Buttons.Count(button => button.OpensForm).ShouldBe(20);
        listed.Body.Buttons.Count.ShouldBeLessThanOrEqualTo(25);
        PostText.Write(more.Body).ShouldContain("D12 list 12");
        more.Body.Buttons.Select(button => button.Label).ShouldBe(["Move D11 · us-japan-autos…", "Edit D11 · us-japan-autos…", "Move D12 · us-japan-autos…", "Edit D12 · us-japan-autos…", "What stands", "Back"]);
    }

    [Fact]
    public async Task What_waits_in_the_channel_is_acknowledged_by_one_press()
    {
        await using var desk = await AlertedAsync();

        var stands = await desk.RunAsync("desk", "terminal:desk", Role.Reader);
        var seen = await desk.RunAsync(stands.Body.Buttons[0].Command, "terminal:desk", Role.Reader);
        var after = await desk.RunAsync("desk job:seen", "terminal:desk", Role.Reader);

        stands.Body.Buttons[0].ShouldBe(new PostButton("Acknowledge D1", "/talks acknowledge talks:us-japan-autos subject:D1"));
        seen.Body.Heading.ShouldStartWith("D1: Acknowledged by Ann");
        after.Body.Heading.ShouldBe("Nothing waits to be acknowledged");
    }

    [Fact]
    public async Task Where_nobody_reads_along_whoever_reports_speaks_for_the_channels_and_a_reader_does_not()
    {
        await using var desk = await AlertedAsync();
        var direct = new Caller("Ann", Role.Reporter, Elsewhere) { IsDirect = true, HasAgreed = true };

        var listed = await desk.RunAsync("desk job:seen", direct);
        var refused = await desk.RunAsync("ack us-japan-autos D1 channel:terminal:desk", direct with { Role = Role.Reader });
        var blind = await desk.RunAsync("desk job:seen", direct with { Role = Role.Reader });
        var seen = await desk.RunAsync(listed.Body.Buttons[0].Command, direct);

        PostText.Write(listed.Body).ShouldContain("D1 · us-japan-autos – asked ");
        listed.Body.Buttons[0].Label.ShouldBe("Acknowledge D1 · us-japan-autos");
        refused.Body.Heading.ShouldBe("To say for another channel that it has seen something needs the role reporter; give the command there.");
        blind.Body.Heading.ShouldBe("Nothing waits to be acknowledged");
        seen.Body.Heading.ShouldStartWith("D1: Acknowledged by Ann");
    }

    [Theory]
    [InlineData("desk page:7", "There is only page 1.")]
    [InlineData("desk page:x", "“x” is no page; write page:2 for the second one.")]
    [InlineData("desk job:all", "“all” is not a job; choose move, seen.")]
    [InlineData("ack us-japan-autos D1 channel:\"no such\"", "“no such” is no channel; write it as terminal:desk or slack:main/C0123.")]
    public async Task What_cannot_be_is_refused(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task Help_leads_to_the_jobs_that_the_asker_may_do()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var editor = (await desk.RunAsync("help", "terminal:desk", Role.Editor)).Body.Buttons;
        var reader = (await desk.RunAsync("help", "terminal:desk", Role.Reader)).Body.Buttons;

        editor.Select(button => button.Label).ShouldBe(["First deadline…", "Report an update…", "Move or edit", "Acknowledge", "Catch up"]);
        reader.Select(button => button.Label).ShouldBe(["Acknowledge", "Catch up"]);
    }

    private static Core.Channels.ChannelAddress Elsewhere { get; } = Core.Channels.ChannelAddress.TryParse("terminal:elsewhere", out var address) ? address! : throw new InvalidOperationException();

    private static async Task<string> ReportAsync(NewsDesk desk) =>
        (await desk.RunAsync("desk", "terminal:desk", Role.Reporter)).Body.Buttons.Single(button => button.Label == "Report an update…").Command;

    /// <summary>An alert in terminal:desk that somebody is to acknowledge.</summary>
    private static async Task<NewsDesk> AlertedAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none");
        await desk.SayAsync("deadline add us-japan-autos \"in 90m\" \"100% tariffs\"");
        await desk.ClaimAsync(MomentKind.Countdown, desk.Now + Duration.FromMinutes(60));
        await desk.ChangeAsync(db =>
        {
            foreach (var alert in db.Deliveries.Where(delivery => delivery.Rung != null).ToList())
            {
                alert.RecordSent("1", alert.Post, desk.Now);
            }
        });
        return desk;
    }
}
