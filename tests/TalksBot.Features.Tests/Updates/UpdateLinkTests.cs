using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Updates;

/// <summary>Where something was said, on the web: kept with the update, and shown wherever that is.</summary>
public sealed class UpdateLinkTests
{
    private const string Page = "https://www.reuters.com/world/talks?id=7";

    private const string Added = $"update add us-japan-autos \"They meet again.\" \"a ministry spokesman\" tier:official link:{Page}";

    [Theory]
    [InlineData("update list us-japan-autos")]
    [InlineData("status us-japan-autos")]
    [InlineData("since 1h us-japan-autos")]
    [InlineData("find again")]
    [InlineData("export us-japan-autos md")]
    [InlineData("export us-japan-autos csv")]
    [InlineData("export us-japan-autos json")]
    [InlineData("export us-japan-autos ics")]
    public async Task Is_shown_and_filed_with_it(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);

        (await desk.SayAsync(line)).ShouldContain(Page);
    }

    [Fact]
    public async Task Channels_are_told_of_it()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        var reply = await desk.RunAsync(Added, "terminal:desk", Role.Reporter);

        PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem().Post)
            .ShouldBe($"UPDATE · US–Japan automotive talks: “They meet again.”\n– a ministry spokesman · official · heard 10:00 · {Page}");
        reply.Body.Buttons[0].Command.ShouldContain($"link:\"{Page}\"");
    }

    [Fact]
    public async Task Is_corrected_and_that_undone()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync(Added);

        await desk.SayAsync("update correct us-japan-autos #1 \"They meet on Monday.\" link:https://example.org/b");
        var corrected = (await desk.TalksAsync()).Updates[0];
        await desk.SayAsync("undo");
        var undone = (await desk.TalksAsync()).Updates[0];

        (corrected.Link?.AbsoluteUri, corrected.Revisions[0].Link?.AbsoluteUri).ShouldBe(("https://example.org/b", Page));
        undone.Link?.AbsoluteUri.ShouldBe(Page);
    }

    [Fact]
    public async Task A_correction_that_names_none_keeps_it_and_none_takes_it_away()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);

        await desk.SayAsync("update correct us-japan-autos #1 \"They meet on Monday.\"");
        var kept = (await desk.TalksAsync()).Updates[0].Link;
        await desk.SayAsync("update correct us-japan-autos #1 \"They meet on Monday.\" link:none");

        kept?.AbsoluteUri.ShouldBe(Page);
        (await desk.TalksAsync()).Updates[0].Link.ShouldBeNull();
    }

    [Fact]
    public async Task A_killed_update_leaves_no_trace_of_it()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);

        await desk.SayAsync("update kill us-japan-autos #1 \"It was never said.\"");

        foreach (var line in new[] { "status us-japan-autos", "since 1h us-japan-autos", "export us-japan-autos md", "export us-japan-autos json" })
        {
            (await desk.SayAsync(line)).ShouldNotContain("reuters", customMessage: line);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)", "The link is no web address; write it as https://example.org/page.")]
    [InlineData("\"https://reuters.com@evil.example/\"", "The link names a user before its host, which hides where it leads; give the address without it.")]
    public async Task What_is_no_web_address_is_refused(string typed, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync($"update add us-japan-autos \"They meet.\" \"a ministry spokesman\" tier:official link:{typed}")).ShouldBe(why);
    }

    [Fact]
    public async Task Is_told_again_by_a_replay_as_it_read_at_each_time()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);
        await desk.SayAsync("update correct us-japan-autos #1 \"They meet on Monday.\" link:none");

        var file = TalksFile.Read(TalksFile.Write([await desk.TalksAsync()])).ShouldBeOfType<TalksFileReading.Understood>().File;
        var lines = Story.Of(file).Steps.Select(step => step.Line).ToList();

        lines.ShouldContain(line => line.Contains("update add", StringComparison.Ordinal) && line.Contains($"link:\"{Page}\"", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("update correct", StringComparison.Ordinal) && line.Contains("link:\"none\"", StringComparison.Ordinal));
    }
}
