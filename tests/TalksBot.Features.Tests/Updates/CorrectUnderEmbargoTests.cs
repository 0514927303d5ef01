using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Updates;

/// <summary>What nobody has seen yet is put right without a word to anybody; the audit keeps both.</summary>
public sealed class CorrectUnderEmbargoTests
{
    private const string Secret = "zirconium";

    [Fact]
    public async Task Nobody_is_told_and_the_right_words_come_out()
    {
        await using var desk = await WithEmbargoAsync();

        var reply = await desk.SayAsync("update correct us-japan-autos #1 \"The minister stays\" source:\"a US official\"");
        var before = await desk.DeliveriesAsync(DeliveryKind.Update);
        await desk.ClaimAsync(MomentKind.Lift, NewsDesk.Tuesday + Duration.FromHours(6));

        reply.ShouldStartWith("#1 corrected under embargo · US–Japan automotive talks; nobody had seen it, so nobody is told\n“The minister stays”\nLifts 22:00 Geneva");
        before.ShouldBeEmpty();
        var told = (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem();
        PostText.Write(told.Post).ShouldContain("“The minister stays”\n– a US official");
        (await desk.DeliveriesAsync(DeliveryKind.Correction)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status us-japan-autos")]
    [InlineData("since 24h us-japan-autos")]
    [InlineData("timeline us-japan-autos")]
    [InlineData("digest us-japan-autos")]
    [InlineData("update list us-japan-autos")]
    [InlineData("export us-japan-autos json")]
    [InlineData("export us-japan-autos md")]
    [InlineData("export us-japan-autos csv")]
    public async Task Once_it_is_out_nothing_but_the_audit_knows_how_it_read(string line)
    {
        await using var desk = await WithEmbargoAsync();
        await desk.SayAsync("update correct us-japan-autos #1 \"The minister stays\"");
        await desk.ClaimAsync(MomentKind.Lift, NewsDesk.Tuesday + Duration.FromHours(6));

        var said = await desk.SayAsync(line);

        said.ShouldContain("The minister stays");
        said.ShouldNotContain(Secret);
        said.ShouldNotContain("CORRECTION", Case.Sensitive);
        said.ShouldNotContain("corrected");
        (await desk.SayAsync("audit us-japan-autos")).ShouldContain($"#1 set: “The {Secret} minister leaves” – a Japanese official → “The minister stays” – a Japanese official");
    }

    [Fact]
    public async Task Another_editor_is_not_shown_what_it_said()
    {
        await using var desk = await WithEmbargoAsync();
        ChannelAddress.TryParse("terminal:desk", out var channel).ShouldBeTrue();

        var reply = await desk.RunAsync("update correct us-japan-autos #1 \"The minister stays\"", new Caller("Ben", Role.Editor, channel!));

        reply.Refused.ShouldBeFalse();
        reply.IsPreview.ShouldBeFalse();
        PostText.Write(reply.Body).ShouldNotContain(Secret);
        PostText.Write(reply.Body).ShouldNotContain("a Japanese official");
        (await desk.SayAsync("audit us-japan-autos")).ShouldNotContain("minister");
    }

    [Fact]
    public async Task Is_undone()
    {
        await using var desk = await WithEmbargoAsync();
        await desk.SayAsync("update correct us-japan-autos #1 \"The minister stays\"");

        (await desk.SayAsync("undo")).ShouldContain("#1 is under embargo again: do not use it.");

        (await desk.TalksAsync()).Updates[0].Text.ShouldBe($"The {Secret} minister leaves");
    }

    [Fact]
    public async Task What_waits_for_a_second_editor_cannot_be()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos \"They agree.\" \"a US official\" tier:official priority:flash");

        (await desk.RefusedAsync("update correct us-japan-autos #1 \"They part.\"")).ShouldStartWith("#1 still waits for a second editor;");
    }

    private static async Task<NewsDesk> WithEmbargoAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none");
        await desk.SayAsync($"update add us-japan-autos \"The {Secret} minister leaves\" \"a Japanese official\" tier:unnamed embargo:\"in 6h\"");
        return desk;
    }
}
