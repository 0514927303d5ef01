using TalksBot.Core.Chronicles;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Pictures;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Chronicles;

/// <summary>The founding case as a picture.</summary>
public sealed class TimelinePictureTests
{
    private static readonly Instant Evening = On(28, 2, 30);

    [Fact]
    public void Deadlines_and_sessions_have_a_row_each_and_updates_one_together()
    {
        var picture = Picture(Until(Evening));

        picture.Rows.Select(row => row.Label).ShouldBe(["S1 Kantor and Hashimoto", "S2 Kantor and Hashimoto", "D1 100% tariffs on luxury cars", "Updates"], Case.Insensitive);
        picture.Rows[0].Marks.ShouldHaveSingleItem().ShouldBe(new PictureMark(PictureMarkKind.Session, On(27, 10, 5), On(27, 11, 50)));
        picture.Rows[1].Marks.ShouldHaveSingleItem().Kind.ShouldBe(PictureMarkKind.PlannedSession);
        picture.Rows[2].Marks.ShouldHaveSingleItem().ShouldBe(PictureMark.At(PictureMarkKind.NextDeadline, On(29, 5, 59), "23:59 Washington · 1 d 3 h left"));
        picture.Rows[3].Marks.Select(mark => mark.Caption).ShouldBe(["#1", "#2", "#3", "#4"]);
        picture.Title.ShouldBe("US–Japan automotive talks · times in Geneva");
    }

    [Fact]
    public void A_moved_deadline_shows_where_it_stood_before()
    {
        var talks = Until(Evening);
        talks.MoveDeadline(talks.Deadlines[0], There(On(30, 18, 0)), By("Anna", Evening));

        var marks = Picture(talks).Rows.Single(row => row.Label.StartsWith("D1", StringComparison.Ordinal)).Marks;

        marks.Select(mark => mark.Kind).ShouldBe([PictureMarkKind.MovedFrom, PictureMarkKind.NextDeadline]);
        marks[0].From.ShouldBe(On(29, 5, 59));
    }

    [Fact]
    public void Everything_lies_within_its_axis_and_nothing_of_what_was_said_is_in_it()
    {
        var talks = Until(Evening);
        var picture = Picture(talks);

        picture.Rows.SelectMany(row => row.Marks).ShouldAllBe(mark => mark.From > picture.Axis.From && mark.To < picture.Axis.To);
        picture.Axis.Now.ShouldNotBeNull().Label.ShouldBe("now 02:30 Geneva");
        picture.Axis.Ticks.Count.ShouldBeInRange(2, 9);
        var said = $"{picture.Title} {picture.AltText} {string.Join(' ', picture.Rows.Select(row => row.Label))}";
        talks.Updates.ShouldAllBe(update => !said.Contains(update.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_told_in_words_within_what_platforms_take()
    {
        var talks = Until(Evening);
        for (var n = 0; n < 30; n++)
        {
            talks.AddDeadline(new DeadlineTerms($"{new string('x', 190)}{n}", There(On(29, 12, n))), By("Anna", Evening));
        }

        var picture = Picture(talks);

        picture.AltText.ShouldStartWith("Timeline of US–Japan automotive talks, drawn Wed 28 Jun 1995 02:30 Geneva. D1 100% tariffs");
        picture.AltText.Length.ShouldBe(Pictures.Picture.LongestAltText);
        picture.Rows.Count.ShouldBe(13);
        picture.Title.ShouldEndWith("21 earlier rows left out");
    }

    [Fact]
    public void Talks_that_are_long_over_keep_their_room()
    {
        var picture = TimelinePicture.Of(Until(On(29, 0, 0)), Geneva, Instant.FromUtc(2026, 11, 24, 12, 0)).ShouldNotBeNull();

        picture.Axis.Now.ShouldBeNull();
        (picture.Axis.To - picture.Axis.From).ShouldBeLessThan(Duration.FromDays(3));
    }

    [Fact]
    public void Talks_of_which_nothing_is_known_have_none() => TimelinePicture.Of(Until(On(27, 7, 59)), Geneva, Evening).ShouldBeNull();

    private static Picture Picture(Negotiation talks) => TimelinePicture.Of(talks, Geneva, Evening).ShouldNotBeNull();
}
