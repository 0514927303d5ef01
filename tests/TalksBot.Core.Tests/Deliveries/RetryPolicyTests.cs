using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Core.Tests.Deliveries;

/// <summary>What follows an attempt.</summary>
public sealed class RetryPolicyTests
{
    private static readonly Lookup.Unanswerable Doubt = new("The app lacks the scope channels:history.", "Add it.");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    [InlineData(100_000, 5)]
    public void What_surely_did_not_arrive_is_sent_again_after_ever_longer_pauses_of_five_seconds_at_most(int attempt, int seconds) =>
        RetryPolicy.After(new PostOutcome.Unreachable("refused"), attempt).ShouldBe(new RetryDecision.Again(Duration.FromSeconds(seconds)));

    [Fact]
    public void What_may_have_arrived_is_looked_for_and_never_just_sent_again() =>
        RetryPolicy.After(new PostOutcome.Ambiguous("no answer"), 3).ShouldBe(new RetryDecision.Reconcile(Duration.FromSeconds(4)));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(1, 2)]
    [InlineData(3600, 60)]
    public void A_platform_in_trouble_is_left_alone_as_long_as_it_asks_but_a_minute_at_most(int asked, int seconds)
    {
        var pause = Duration.FromSeconds(seconds);

        RetryPolicy.After(new PostOutcome.Unreachable("503", Duration.FromSeconds(asked)), 2).ShouldBe(new RetryDecision.Again(pause));
        RetryPolicy.After(new PostOutcome.Ambiguous("503", Duration.FromSeconds(asked)), 2).ShouldBe(new RetryDecision.Reconcile(pause));
        RetryPolicy.AfterChange(new PostOutcome.Ambiguous("503", Duration.FromSeconds(asked)), 2, ChangeReason.Status, Duration.Zero).ShouldBe(new RetryDecision.Again(pause));
    }

    [Fact]
    public void Advice_that_an_outcome_brings_is_the_advice_given()
    {
        RetryPolicy.After(new PostOutcome.Rejected("too odd", "Say less."), 1).ShouldBeOfType<RetryDecision.GiveUp>().Mend.ShouldBe("Say less.");
        RetryPolicy.After(new PostOutcome.ChannelGone("left", "Come back."), 1).ShouldBeOfType<RetryDecision.GiveUp>().Mend.ShouldBe("Come back.");
        RetryPolicy.AfterChange(new PostOutcome.Rejected("too odd", "Say less."), 1, ChangeReason.Status, Duration.Zero).ShouldBe(new RetryDecision.Leave("too odd Say less."));
    }

    [Fact]
    public void A_platform_that_asks_to_wait_says_how_long() =>
        RetryPolicy.After(new PostOutcome.RateLimited(Duration.FromMinutes(7)), 1).ShouldBe(new RetryDecision.Again(Duration.FromMinutes(7), PauseReason.AskedToWait));

    [Fact]
    public void One_that_asks_for_no_time_at_all_is_given_some_and_never_hammered() =>
        RetryPolicy.After(new PostOutcome.RateLimited(Duration.Zero), 3).ShouldBe(new RetryDecision.Again(Duration.FromSeconds(4), PauseReason.AskedToWait));

    [Fact]
    public void A_channel_that_is_gone_or_closed_mutes_its_follow_and_refused_words_do_not()
    {
        RetryPolicy.After(new PostOutcome.ChannelGone("gone"), 1).ShouldBeOfType<RetryDecision.GiveUp>().MuteFollow.ShouldBeTrue();
        RetryPolicy.After(new PostOutcome.NotAllowed("closed", "open it"), 1).ShouldBe(new RetryDecision.GiveUp("closed", "open it", MuteFollow: true));
        RetryPolicy.After(new PostOutcome.Rejected("too odd"), 1).ShouldBeOfType<RetryDecision.GiveUp>().MuteFollow.ShouldBeFalse();
    }

    [Fact]
    public void With_a_dead_token_everything_waits() =>
        RetryPolicy.After(new PostOutcome.CredentialsDead("revoked"), 1).ShouldBe(new RetryDecision.Hold(RetryPolicy.PersonsPause, "revoked"));

    [Fact]
    public void A_change_is_made_again_where_a_post_would_be_looked_for_and_left_where_a_follow_would_be_muted()
    {
        After(new PostOutcome.Ambiguous("no answer")).ShouldBe(new RetryDecision.Again(Duration.FromSeconds(1)));
        After(new PostOutcome.ChannelGone("gone")).ShouldBe(new RetryDecision.Leave("gone"));
        After(new PostOutcome.MessageGone("taken down")).ShouldBe(new RetryDecision.Gone("taken down"));
        After(new PostOutcome.NotAllowed("closed", "Open it.")).ShouldBe(new RetryDecision.Leave("closed Open it."));
        After(new PostOutcome.Rejected("too odd")).ShouldBe(new RetryDecision.Leave("too odd"));

        static RetryDecision After(PostOutcome outcome) => RetryPolicy.AfterChange(outcome, 1, ChangeReason.Status, Duration.Zero);
    }

    [Theory]
    [InlineData(ChangeReason.Killed, 23, true)]
    [InlineData(ChangeReason.Killed, 25, false)]
    [InlineData(ChangeReason.Status, 0, true)]
    [InlineData(ChangeReason.Status, 2, false)]
    public void A_change_is_tried_as_long_as_it_matters(ChangeReason reason, int hours, bool again)
    {
        PostOutcome[] outcomes = [new PostOutcome.Unreachable("5xx"), new PostOutcome.Ambiguous("no answer"), new PostOutcome.RateLimited(Duration.FromSeconds(9))];

        outcomes.Select(outcome => RetryPolicy.AfterChange(outcome, 1_000, reason, Duration.FromHours(hours)) is RetryDecision.Again).ShouldAllBe(tried => tried == again);
    }

    [Fact]
    public void A_post_that_was_found_is_done_one_that_is_not_there_goes_out_at_once_and_what_nobody_knows_is_looked_for_again()
    {
        RetryPolicy.After(new Lookup.Found("m1"), 1).ShouldBe(new RetryDecision.Done("m1"));
        RetryPolicy.After(new Lookup.Absent(), 5).ShouldBe(new RetryDecision.Again(Duration.Zero));
        RetryPolicy.After(Doubt, 5).ShouldBe(new RetryDecision.Again(Duration.Zero));
        RetryPolicy.After(new Lookup.Unknown("down"), 2).ShouldBeOfType<RetryDecision.Reconcile>().After.ShouldBe(Duration.FromSeconds(2));
    }

    [Fact]
    public void Sent_again_after_it_was_looked_for_and_not_there_says_so()
    {
        RetryPolicy.AfterAbsent(new PostOutcome.Sent("m2"), 2).ShouldBe(new RetryDecision.DoneAgain("m2"));
        RetryPolicy.AfterAbsent(new PostOutcome.Ambiguous("no answer"), 2).ShouldBeOfType<RetryDecision.Reconcile>();
    }

    [Fact]
    public void Sent_again_without_looking_it_counts_as_perhaps_twice() =>
        RetryPolicy.After(new PostOutcome.Sent("m2"), 2, Doubt).ShouldBe(new RetryDecision.DonePerhapsTwice("m2", Doubt.Why, Doubt.Mend));

    [Fact]
    public void While_sending_again_fails_the_doubt_about_the_first_attempt_stays()
    {
        RetryPolicy.After(new PostOutcome.Unreachable("refused"), 2, Doubt).ShouldBe(new RetryDecision.Reconcile(Duration.FromSeconds(2)));
        RetryPolicy.After(new PostOutcome.RateLimited(Duration.FromSeconds(9)), 2, Doubt).ShouldBe(new RetryDecision.Reconcile(Duration.FromSeconds(9)));
        RetryPolicy.After(new PostOutcome.Ambiguous("no answer"), 2, Doubt).ShouldBeOfType<RetryDecision.Reconcile>();
        RetryPolicy.After(new PostOutcome.ChannelGone("gone"), 2, Doubt).ShouldBeOfType<RetryDecision.GiveUp>();
    }

    [Fact]
    public void What_was_taken_back_is_looked_for_and_never_sent()
    {
        RetryPolicy.AfterTakenBack(new Lookup.Absent(), 1).ShouldBe(new RetryDecision.Withdraw());
        RetryPolicy.AfterTakenBack(new Lookup.Found("m1"), 1).ShouldBe(new RetryDecision.Done("m1"));
        RetryPolicy.AfterTakenBack(new Lookup.Unknown("down"), 2).ShouldBe(new RetryDecision.Reconcile(Duration.FromSeconds(2), "down"));
        RetryPolicy.AfterTakenBack(Doubt, 1).ShouldBeOfType<RetryDecision.GiveUp>().MuteFollow.ShouldBeFalse();
    }

    [Fact]
    public void Where_only_a_person_can_help_looking_is_repeated_ever_more_seldom() =>
        new[] { new Lookup.Unknown("no scope", "Add it."), new Lookup.Unknown("down") }.Select(unknown => RetryPolicy.After(unknown, 100)).ShouldBe(
            [new RetryDecision.Reconcile(RetryPolicy.PersonsPause, "no scope", "Add it."), new RetryDecision.Reconcile(RetryPolicy.LongestPause, "down")]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(120, 5)]
    [InlineData(121, 60)]
    public void A_connection_that_takes_nothing_is_tried_often_for_ten_minutes_and_then_once_a_minute(int tries, int seconds) =>
        RetryPolicy.PauseOfAll(tries).ShouldBe(Duration.FromSeconds(seconds));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    public void A_channel_that_takes_nothing_while_others_do_waits_a_minute_at_most(int tries, int seconds) =>
        RetryPolicy.PauseOfOne(tries).ShouldBe(Duration.FromSeconds(seconds));

    [Fact]
    public void A_silent_platform_is_asked_each_five_seconds_unless_it_wants_to_be_left_alone()
    {
        RetryPolicy.PauseOfProbe(9, wait: null).ShouldBe(Duration.FromSeconds(5));
        RetryPolicy.PauseOfProbe(9, Duration.FromSeconds(20)).ShouldBe(Duration.FromSeconds(20));
    }

    [Fact]
    public void A_change_that_fails_for_long_waits_ten_minutes_at_most() =>
        RetryPolicy.AfterChange(new PostOutcome.Unreachable("5xx"), 1_000, ChangeReason.Killed, Duration.Zero).ShouldBe(new RetryDecision.Again(Duration.FromMinutes(10)));

    [Fact]
    public void A_change_is_tried_until_its_time_is_over_and_then_left_with_what_was_answered_last()
    {
        RetryPolicy.AfterChange(new PostOutcome.Unreachable("down."), 1, ChangeReason.Status, Duration.FromHours(1)).ShouldBeOfType<RetryDecision.Again>();
        Left(new PostOutcome.Unreachable("down.")).ShouldBe("down. It was tried for 1 h.");
        Left(new PostOutcome.Ambiguous("no answer.")).ShouldBe("no answer. It was tried for 1 h.");
        Left(new PostOutcome.RateLimited(Duration.Zero)).ShouldBe("The platform kept asking to wait. It was tried for 1 h.");

        static string Left(PostOutcome outcome) =>
            RetryPolicy.AfterChange(outcome, 1, ChangeReason.Status, Duration.FromHours(1) + Duration.Epsilon).ShouldBeOfType<RetryDecision.Leave>().Why;
    }

    [Fact]
    public void A_new_message_is_never_said_to_be_gone_and_mutes_nobody()
    {
        var gone = RetryPolicy.After(new PostOutcome.MessageGone("gone"), 1).ShouldBeOfType<RetryDecision.GiveUp>();

        (gone.Why, gone.MuteFollow).ShouldBe(("gone", false));
    }
}
