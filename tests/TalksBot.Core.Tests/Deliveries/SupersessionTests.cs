using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Deliveries;

/// <summary>After downtime a channel hears one message a subject.</summary>
public sealed class SupersessionTests
{
    private static readonly Instant Zero = Instant.FromUtc(1995, 6, 29, 4, 0);
    private static readonly Duration Hour = Duration.FromHours(1);

    private static readonly OutgoingPost Older = Alert(2 * Hour);
    private static readonly OutgoingPost Newer = Alert(Hour);

    [Fact]
    public void A_newer_alert_of_the_same_moment_speaks_for_an_older_one_that_is_late()
    {
        Supersession.IsAhead(Older, Newer).ShouldBeTrue();
        Supersession.SpeaksFor(Newer, Older, Zero - Hour).ShouldBeTrue();
        Supersession.SpeaksFor(Newer, Older, Older.DueAt).ShouldBeFalse("it is not late yet");
        Supersession.SpeaksFor(Older, Newer, Zero).ShouldBeFalse("it is the older one");
    }

    [Fact]
    public void An_alert_speaks_for_no_other_channel_talks_subject_or_moment_and_not_for_itself()
    {
        OutgoingPost[] others =
        [
            Alert(Hour, channel: "terminal:tokyo"), Alert(Hour, talks: "steel"), Alert(Hour, subject: "D2"), Alert(Hour, zero: Zero + Duration.FromMinutes(1)), Older,
        ];

        others.ShouldAllBe(other => !Supersession.IsAhead(Older, other));
    }

    [Theory]
    [InlineData(DeliveryKind.Countdown, true)]
    [InlineData(DeliveryKind.DeadlinePassed, true)]
    [InlineData(DeliveryKind.Session, true)]
    [InlineData(DeliveryKind.Reminder, false)]
    [InlineData(DeliveryKind.Update, false)]
    public void Only_what_time_itself_causes_is_ever_dropped_for_something_newer(DeliveryKind kind, bool isAlert)
    {
        Supersession.IsAlert(new DeliveryCause(kind, "autos", "AUTOS", "D1", Hour)).ShouldBe(isAlert);
        Supersession.IsAlert(new DeliveryCause(kind, "autos", "AUTOS", "D1")).ShouldBeFalse();
        Supersession.IsAhead(Older, Alert(Hour, kind: kind)).ShouldBe(isAlert);
        Supersession.IsAhead(Alert(2 * Hour, kind: kind), Newer).ShouldBe(isAlert);
    }

    private static OutgoingPost Alert(Duration rung, string channel = "terminal:desk", string talks = "autos", string subject = "D1", DeliveryKind kind = DeliveryKind.Countdown, Instant? zero = null)
    {
        var address = ChannelAddress.TryParse(channel, out var known) ? known : throw new InvalidOperationException();
        var cause = new DeliveryCause(kind, talks, "AUTOS", subject, rung);
        var due = (zero ?? Zero) - rung;
        return new OutgoingPost(DeliveryKey.Of(address, cause, due), address, cause, WirePriority.Regular, due, new Post("Autos", Severity.Calm, []));
    }
}
