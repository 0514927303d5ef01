using ScottPlot;
using TalksBot.Core.Pictures;
using TalksBot.Features.Pictures;

namespace TalksBot.Features.Tests.Pictures;

public sealed class TimelineCaptionsTests : IDisposable
{
    private const int Side = 44;

    private static readonly Instant Start = Instant.FromUtc(1995, 6, 27, 8, 0);

    private readonly Plot _plot = new();

    public void Dispose() => _plot.Dispose();

    [Fact]
    public void Marks_that_are_too_near_for_a_caption_each_are_counted()
    {
        var captions = Of(Update(100, "#1"), Update(110, "#2"), Update(150, "#3"), Update(600, "#4"));

        captions.Select(caption => caption.Text).ShouldBe(["#1 +2", "#4"]);
        captions[0].Left.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void A_caption_without_room_on_the_right_stands_on_the_left_and_hides_no_mark()
    {
        var moved = PictureMark.At(PictureMarkKind.MovedFrom, At(800));
        var captions = Of(moved, PictureMark.At(PictureMarkKind.NextDeadline, At(900), "12:00 Washington · 2 d 10 h left"));

        captions.ShouldHaveSingleItem().Left.ShouldBeInRange(Side, 800 - 300);
    }

    [Fact]
    public void A_caption_hides_no_mark_on_the_right()
    {
        var moved = PictureMark.At(PictureMarkKind.MovedFrom, At(260));

        Of(PictureMark.At(PictureMarkKind.Deadline, At(200), "12:00 Washington"), moved).ShouldHaveSingleItem().Left.ShouldBeGreaterThan(260);
    }

    private static PictureMark Update(int pixel, string name) => PictureMark.At(PictureMarkKind.Account, At(pixel), name);

    /// <summary>One pixel a minute.</summary>
    private static Instant At(int pixel) => Start + Duration.FromMinutes(pixel);

    private List<SheetCaption> Of(params PictureMark[] marks) =>
        [.. TimelineCaptions.Of(new PictureRow("Row", marks), at => (at - Start).TotalMinutes, new SheetText(_plot, TimelineSheet.Width - (2 * Side)), Side)];
}
