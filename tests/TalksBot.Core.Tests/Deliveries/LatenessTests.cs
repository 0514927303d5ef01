using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Deliveries;

/// <summary>What is shown late says so, and what time is left.</summary>
public sealed class LatenessTests
{
    private static readonly Instant Noon = Instant.FromUtc(1995, 6, 28, 12, 0);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Theory]
    [InlineData(null, 60)]
    [InlineData(0, 60)]
    [InlineData(-300, 60)]
    [InlineData(5, 1)]
    [InlineData(10, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 6.1)]
    [InlineData(300, 30)]
    [InlineData(600, 60)]
    [InlineData(3600, 60)]
    public void A_post_is_on_time_within_a_small_part_of_the_time_left_that_it_names(int? rung, double seconds) =>
        Lateness.Tolerance(rung is { } left ? Duration.FromSeconds(left) : null).ShouldBe(Duration.FromSeconds(seconds));

    [Fact]
    public void It_is_late_only_once_that_is_over()
    {
        Lateness.IsLate(Noon, Hour, Noon + Minute).ShouldBeFalse();
        Lateness.IsLate(Noon, Hour, Noon + Minute + Duration.Epsilon).ShouldBeTrue();
        Lateness.IsLate(Alert(Hour), Noon + Minute + Duration.Epsilon).ShouldBeTrue();
    }

    [Fact]
    public void On_time_it_is_shown_as_it_was_written()
    {
        var alert = Alert(Hour);

        Lateness.Relabel(alert, [], Noon + (29 * Second)).ShouldBeSameAs(alert.Post);
    }

    [Fact]
    public void From_half_a_minute_on_it_names_what_is_left_though_it_is_not_late()
    {
        var shown = Lateness.Relabel(Alert(Hour, about: "Autos without the time"), [], Noon + (30 * Second));

        (shown.Label, shown.Heading, shown.Pieces.Count).ShouldBe(("59 min to go", "Autos without the time", 1));
    }

    [Fact]
    public void What_names_no_time_left_keeps_its_label_until_it_is_late()
    {
        var news = Alert(rung: null, DeliveryKind.Update);

        Lateness.Relabel(news, [], Noon + (59 * Second)).ShouldBeSameAs(news.Post);
        Lateness.Relabel(news, [], Noon + (2 * Minute)).Label.ShouldBe("LATE 2 min · 1 h to go");
    }

    [Fact]
    public void The_deadline_itself_names_no_time_left_before_it_is_late()
    {
        var zero = Alert(Duration.Zero);

        Lateness.Relabel(zero, [], Noon + (45 * Second)).ShouldBeSameAs(zero.Post);
        Lateness.Relabel(zero, [], Noon + (5 * Minute)).Label.ShouldBe("LATE 5 min · Passed 5 min ago");
    }

    [Theory]
    [InlineData(DeliveryKind.Countdown, "D1", 10, "LATE 10 min · 50 min to go")]
    [InlineData(DeliveryKind.Countdown, "D1", 60, "LATE 1 h · Passed 0 min ago")]
    [InlineData(DeliveryKind.Countdown, "D1", 70, "LATE 1 h 10 min · Passed 10 min ago")]
    [InlineData(DeliveryKind.Session, "S1", 10, "LATE 10 min · Starts in 50 min")]
    [InlineData(DeliveryKind.Session, "S1", 70, "LATE 1 h 10 min · Was to start 10 min ago")]
    [InlineData(DeliveryKind.Reminder, "S1", 10, "LATE 10 min · Starts in 50 min")]
    [InlineData(DeliveryKind.Reminder, "D1", 10, "LATE 10 min · 50 min to go")]
    [InlineData(DeliveryKind.Digest, "", 10, "LATE 10 min · 1 h to go")]
    public void A_late_post_says_how_late_it_is_and_what_is_left_now(DeliveryKind kind, string subject, int minutes, string label) =>
        Lateness.Relabel(Alert(Hour, kind, subject), [], Noon + (minutes * Minute)).Label.ShouldBe(label);

    [Fact]
    public void Without_a_label_of_its_own_it_says_only_that_it_is_late()
    {
        var news = Alert(rung: null, DeliveryKind.Update);

        Lateness.Relabel(news with { Post = news.Post with { Label = "" } }, [], Noon + (2 * Minute)).Label.ShouldBe("LATE 2 min");
    }

    [Theory]
    [InlineData(DeliveryKind.Countdown, 60, "1-hour alert, due 12:00 UTC")]
    [InlineData(DeliveryKind.DeadlinePassed, 0, "Deadline alert, due 12:00 UTC")]
    [InlineData(DeliveryKind.Session, 30, "Word that D1 starts in 30 min, due 12:00 UTC")]
    [InlineData(DeliveryKind.Session, 0, "Word that D1 is due to start, due 12:00 UTC")]
    [InlineData(DeliveryKind.Digest, 0, "This digest, due 12:00 UTC")]
    [InlineData(DeliveryKind.Reminder, 30, "Your reminder, due 12:00 UTC")]
    [InlineData(DeliveryKind.Update, 0, "Due 12:00 UTC")]
    public void A_late_post_says_first_what_it_was_to_be_and_when(DeliveryKind kind, int minutes, string line) =>
        Lines(Lateness.Relabel(Alert(minutes * Minute, kind), [], Noon + Hour)).ShouldBe([line, "the body"]);

    [Fact]
    public void It_names_the_older_alerts_that_it_speaks_for_each_once_even_when_it_is_not_late_itself()
    {
        var older = Alert(2 * Hour);
        var shown = Lateness.Relabel(Alert(Hour), [older, older, Alert(30 * Minute, DeliveryKind.Session)], Noon);

        Lines(shown).ShouldBe(["Never shown: the 2-hour alert, due 12:00 UTC and word that D1 starts in 30 min, due 12:00 UTC.", "the body"]);
        shown.Label.ShouldBe("1 h to go");
    }

    [Fact]
    public void News_stays_in_the_first_line_and_what_is_said_of_its_lateness_comes_behind_it()
    {
        var news = Alert(rung: null, DeliveryKind.Update);
        var quote = new PostPiece.Quote("It is off.", "an aide");
        var late = Lateness.Relabel(news with { Post = news.Post with { LeadsWithWords = true, Pieces = [quote, new PostPiece.Line("the body")] } }, [], Noon + Hour);

        late.Pieces[0].ShouldBe(quote);
        late.Pieces.Skip(1).OfType<PostPiece.Line>().Select(line => line.Text).ShouldBe(["Due 12:00 UTC", "the body"]);
    }

    [Fact]
    public void A_long_heading_gives_way_to_what_lateness_adds_and_a_usual_one_stays_whole()
    {
        var usual = new string('a', 54);
        var filled = Enumerable.Range(0, 9).Select(number => (PostPiece)new PostPiece.Line($"line {number}")).ToList();

        Heading(usual, DeliveryKind.Countdown).ShouldBe(usual);
        Heading(new string('a', 200), DeliveryKind.Countdown).Length.ShouldBeLessThan(200);
        Heading(new string('a', 200), DeliveryKind.Digest).Length.ShouldBe(200);

        string Heading(string heading, DeliveryKind kind)
        {
            var alert = Alert(Hour, kind);
            return Lateness.Relabel(alert with { Post = alert.Post with { Heading = heading, Pieces = filled } }, [], Noon + (10 * Minute)).Heading;
        }
    }

    private static IEnumerable<string> Lines(Post post) => post.Pieces.OfType<PostPiece.Line>().Select(line => line.Text);

    private static OutgoingPost Alert(Duration? rung, DeliveryKind kind = DeliveryKind.Countdown, string subject = "D1", string about = "")
    {
        var channel = ChannelAddress.TryParse("terminal:desk", out var address) ? address : throw new InvalidOperationException();
        var cause = new DeliveryCause(kind, "autos", "AUTOS", subject, rung);
        var post = new Post("Autos", Severity.Calm, [new PostPiece.Line("the body")]) { Label = "1 h to go", DueOnClock = "12:00 UTC", About = about };
        return new OutgoingPost(DeliveryKey.Of(channel, cause, Noon), channel, cause, WirePriority.Regular, Noon, post);
    }
}
