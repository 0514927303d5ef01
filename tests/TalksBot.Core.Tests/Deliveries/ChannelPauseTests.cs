using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;

namespace TalksBot.Core.Tests.Deliveries;

/// <summary>A channel or connection that is sent nothing for a while.</summary>
public sealed class ChannelPauseTests
{
    private static readonly Instant Noon = Instant.FromUtc(1995, 6, 28, 12, 0);

    [Fact]
    public void A_pause_is_of_a_channel_or_of_the_connection_as_a_whole()
    {
        var channel = ChannelAddress.TryParse("slack:main/C1", out var address) ? address : throw new InvalidOperationException();
        var one = new ChannelPause("slack:main", channel, SendingLane.Changes, Noon);

        (one.IsWhole, one.Channel, one.Lane, one.Since, one.Until).ShouldBe((false, channel, SendingLane.Changes, Noon, Noon));
        (Whole().IsWhole, Whole().Channel).ShouldBe((true, null));
    }

    [Theory]
    [InlineData(PauseReason.AskedToWait, false)]
    [InlineData(PauseReason.Unreachable, true)]
    [InlineData(PauseReason.InDoubt, false)]
    [InlineData(PauseReason.Credentials, false)]
    [InlineData(PauseReason.TakesNothing, true)]
    [InlineData(PauseReason.Doubted, true)]
    public void Only_a_platform_that_says_nothing_keeps_silent(PauseReason reason, bool isSilence) => Tried(Whole(), reason, 1).IsSilence.ShouldBe(isSilence);

    [Theory]
    [InlineData(PauseReason.Credentials, 1, true, true)]
    [InlineData(PauseReason.Unreachable, 1, true, false)]
    [InlineData(PauseReason.TakesNothing, 2, false, false)]
    [InlineData(PauseReason.TakesNothing, 3, true, true)]
    [InlineData(PauseReason.Doubted, 2, false, false)]
    [InlineData(PauseReason.Doubted, 3, true, true)]
    [InlineData(PauseReason.AskedToWait, 9, false, false)]
    [InlineData(PauseReason.InDoubt, 9, false, false)]
    public void What_is_not_sure_yet_is_tried_three_times_before_people_hear_of_it(PauseReason reason, int tries, bool whole, bool one)
    {
        Tried(Whole(), reason, tries).IsCertain.ShouldBe(whole);
        Tried(OfOne(), reason, tries).IsCertain.ShouldBe(one);
    }

    [Fact]
    public void The_operations_channel_hears_after_half_a_minute_of_dead_credentials_at_once_and_of_each_trouble_once()
    {
        var pause = Tried(Whole(), PauseReason.Unreachable, 1);
        pause.TellAt.ShouldBeNull("the log has not said so yet");

        pause.RecordWarned(Noon);
        pause.TellAt.ShouldBe(Noon + Duration.FromSeconds(30));
        Tried(pause, PauseReason.Credentials, 1).TellAt.ShouldBe(Noon);

        pause.RecordTold(Noon);
        pause.TellAt.ShouldBeNull();

        pause.BeginAnew(Noon + Duration.FromHours(1));
        (pause.Since, pause.WarnedAt, pause.ToldAt).ShouldBe((Noon + Duration.FromHours(1), null, null));
    }

    [Fact]
    public void Each_attempt_that_comes_to_nothing_is_counted_until_it_is_known_better_what_it_is_about()
    {
        var pause = Whole();

        pause.Prolong(Noon, Noon + Duration.FromSeconds(1), PauseReason.Doubted, "no answer");
        pause.Prolong(Noon + Duration.FromSeconds(1), Noon + Duration.FromSeconds(3), PauseReason.Doubted, "none again");
        (pause.Tries, pause.TriedAt, pause.Until, pause.Why).ShouldBe((2, Noon + Duration.FromSeconds(1), Noon + Duration.FromSeconds(3), "none again"));

        pause.TurnInto(PauseReason.Unreachable, Noon + Duration.FromSeconds(5), "it is silent");
        (pause.Tries, pause.Reason, pause.Until, pause.Why).ShouldBe((0, PauseReason.Unreachable, Noon + Duration.FromSeconds(5), "it is silent"));

        pause.TurnOutAnswering();
        pause.Reason.ShouldBe(PauseReason.TakesNothing);
    }

    [Fact]
    public void Where_others_get_through_it_is_tried_at_once_but_not_within_a_second_and_never_later_than_before()
    {
        var at = Noon + Duration.FromSeconds(10);
        TryAt(at, until: Noon + Duration.FromSeconds(60)).ShouldBe((PauseReason.TakesNothing, at));
        TryAt(Noon, until: Noon + Duration.FromSeconds(60)).ShouldBe((PauseReason.TakesNothing, Noon + Duration.FromSeconds(1)));
        TryAt(at, until: Noon + Duration.FromSeconds(5)).ShouldBe((PauseReason.TakesNothing, Noon + Duration.FromSeconds(5)));

        static (PauseReason, Instant) TryAt(Instant now, Instant until)
        {
            var pause = OfOne();
            pause.Prolong(Noon, until, PauseReason.Unreachable, "refused");
            pause.TryAt(now);
            return (pause.Reason, pause.Until);
        }
    }

    [Theory]
    [InlineData(PauseReason.AskedToWait)]
    [InlineData(PauseReason.InDoubt)]
    public void What_the_platform_or_a_person_must_be_waited_for_is_waited_for(PauseReason reason)
    {
        var pause = OfOne();
        pause.Prolong(Noon, Noon + Duration.FromMinutes(1), reason, "wait");

        pause.TryAt(Noon + Duration.FromSeconds(10));

        (pause.Reason, pause.Until, pause.Tries).ShouldBe((reason, Noon + Duration.FromMinutes(1), 1));
    }

    private static ChannelPause Whole() => new("slack:main", channel: null, SendingLane.Posts, Noon);

    private static ChannelPause OfOne() =>
        new("slack:main", ChannelAddress.TryParse("slack:main/C1", out var channel) ? channel : null, SendingLane.Posts, Noon);

    private static ChannelPause Tried(ChannelPause pause, PauseReason reason, int times)
    {
        for (var time = 0; time < times; time++)
        {
            pause.Prolong(Noon, Noon, reason, "no answer");
        }

        return pause;
    }
}
