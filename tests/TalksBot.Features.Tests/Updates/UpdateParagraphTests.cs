using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Updates;

/// <summary>An update of several paragraphs: whole where it is quoted, on one line wherever there is but one.</summary>
public sealed class UpdateParagraphTests
{
    private const string Words = "They met.\n\nNobody spoke.\n\nThey go on.";
    private const string OneLine = "They met. Nobody spoke. They go on.";
    private const string Added = $"update add us-japan-autos \"{Words}\" \"a ministry spokesman\" tier:official";

    [Theory]
    [InlineData("update list us-japan-autos")]
    [InlineData("status us-japan-autos")]
    [InlineData("since 1h us-japan-autos")]
    [InlineData("timeline us-japan-autos")]
    [InlineData("digest us-japan-autos")]
    [InlineData("find spoke")]
    [InlineData("audit")]
    [InlineData("export us-japan-autos md")]
    [InlineData("export us-japan-autos csv")]
    [InlineData("export us-japan-autos ics")]
    public async Task Stands_on_one_line_where_there_is_but_one(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);

        var said = await desk.SayAsync(line);

        said.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).ShouldContain("They met. Nobody spoke.");
        said.ShouldNotContain("met.\n");
    }

    [Fact]
    public async Task Is_told_corrected_and_read_again_after_undo_with_its_paragraphs()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync(Added);
        var told = PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem().Post);

        await desk.SayAsync("update correct us-japan-autos #1 \"They did not meet.\n\nNobody spoke.\"");
        var corrected = (await desk.TalksAsync()).Updates[0];
        await desk.SayAsync("undo");

        told.ShouldContain($"“{Words}”");
        (corrected.Text, corrected.Revisions[0].Text).ShouldBe(("They did not meet.\n\nNobody spoke.", Words));
        (await desk.TalksAsync()).Updates[0].Text.ShouldBe(Words);
    }

    [Fact]
    public async Task The_same_words_on_other_lines_are_no_correction_and_a_new_link_leaves_the_lines()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);

        var refused = await desk.RefusedAsync($"update correct us-japan-autos #1 \"{OneLine}\"");
        await desk.SayAsync($"update correct us-japan-autos #1 \"{OneLine}\" link:https://example.org/b");
        var twin = await desk.SayAsync($"update add us-japan-autos \"{OneLine}\" \"a ministry spokesman\" tier:official");

        refused.ShouldContain("already says just that");
        var update = (await desk.TalksAsync()).Updates[0];
        (update.Text, update.IsRelinked).ShouldBe((Words, true));
        twin.ShouldContain("#1 says the same");
    }

    [Fact]
    public async Task A_flash_is_one_line_and_a_title_too()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync("update add us-japan-autos \"They\n\nmeet.\" \"a ministry spokesman\" tier:official priority:flash");
        await desk.SayAsync("set us-japan-autos title:\"US–Japan\n\ntalks\"");

        var talks = await desk.TalksAsync();
        (talks.Updates[0].Text, talks.Title).ShouldBe(("They meet.", "US–Japan talks"));
    }

    [Fact]
    public async Task The_file_keeps_the_paragraphs_of_what_is_said_and_was_said()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Added);
        await desk.SayAsync("update correct us-japan-autos #1 \"They did not meet.\n\nNobody spoke.\"");

        var file = (await desk.RunAsync("export us-japan-autos json", "terminal:desk", Role.Reader)).File.ShouldNotBeNull().Content;

        var read = Negotiation.Restore(TalksFile.Read(file).ShouldBeOfType<TalksFileReading.Understood>().File.Talks.ShouldHaveSingleItem());
        (read.Updates[0].Text, read.Updates[0].Revisions[0].Text).ShouldBe(("They did not meet.\n\nNobody spoke.", Words));
        TalksFile.Write([read]).ShouldBe(TalksFile.Write([await desk.TalksAsync()]));
    }
}
