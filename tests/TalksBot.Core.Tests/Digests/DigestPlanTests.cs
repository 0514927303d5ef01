using TalksBot.Core.Digests;

namespace TalksBot.Core.Tests.Digests;

public sealed class DigestPlanTests
{
    private static readonly LocalTime Eight = new(8, 0);
    private static readonly DateTimeZone Washington = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly Instant Monday = Instant.FromUtc(1995, 6, 26, 12, 0);
    private static readonly Instant Tuesday = Monday + Duration.FromDays(1);
    private static readonly Instant Wednesday = Monday + Duration.FromDays(2);
    private static readonly Instant Thursday = Monday + Duration.FromDays(3);

    [Fact]
    public void Sends_a_digest_that_is_due_now_and_covers_the_time_since_the_last()
    {
        var decision = DigestPlan.At(Tuesday, Tuesday, Eight, Washington, Monday);

        ShouldSend(decision, Monday, Tuesday, next: Wednesday);
    }

    [Fact]
    public void Still_sends_a_digest_six_hours_late()
    {
        var decision = DigestPlan.At(Tuesday, Tuesday + Duration.FromHours(6), Eight, Washington, Monday);

        ShouldSend(decision, Monday, Tuesday, next: Wednesday);
    }

    [Fact]
    public void Leaves_a_digest_more_than_six_hours_late_to_the_next()
    {
        var decision = DigestPlan.At(Tuesday, Tuesday + Duration.FromHours(6) + Duration.Epsilon, Eight, Washington, Monday);

        decision.ShouldBe(new DigestDecision.MergeIntoNext(Wednesday));
    }

    [Fact]
    public void Lists_the_digest_it_was_left_when_the_next_comes_round()
    {
        var decision = DigestPlan.At(Wednesday, Wednesday, Eight, Washington, Monday);

        ShouldSend(decision, Monday, Wednesday, Thursday, Tuesday);
    }

    [Fact]
    public void Sends_only_the_latest_of_several_due_and_lists_the_others()
    {
        var decision = DigestPlan.At(Monday, Wednesday + Duration.FromHours(1), Eight, Washington, Monday - Duration.FromHours(3));

        ShouldSend(decision, Monday - Duration.FromHours(3), Wednesday, Thursday, Monday, Tuesday);
    }

    [Fact]
    public void Sends_nothing_that_an_earlier_digest_already_covered()
    {
        var decision = DigestPlan.At(Tuesday, Tuesday, Eight, Washington, Tuesday);

        decision.ShouldBe(new DigestDecision.MergeIntoNext(Wednesday));
    }

    private static void ShouldSend(DigestDecision decision, Instant from, Instant due, Instant next, params Instant[] missed)
    {
        var send = decision.ShouldBeOfType<DigestDecision.Send>();
        send.DueAt.ShouldBe(due);
        send.Next.ShouldBe(next);
        send.Window.From.ShouldBe(from);
        send.Window.To.ShouldBe(due);
        send.Window.Missed.ShouldBe(missed);
    }
}
