using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;

namespace TalksBot.Chat.Tests.Posting;

/// <summary>How a call failed, as a post, a search, a probe and a preflight tell it.</summary>
public sealed class CallFailureTests
{
    private static readonly Duration Wait = Duration.FromSeconds(7);
    private static readonly PlatformWords Words = new("Chat", "https://status.example.org");
    private static readonly KnownError Gone = new(ErrorMeaning.ChannelGone, "The channel is gone.", "Take another.");
    private static readonly KnownError Denied = new(ErrorMeaning.NotAllowed, "The bot may not.", "Allow it.");

    [Fact]
    public void What_may_have_arrived_is_never_told_as_not_sent() => Words.ToOutcome(new CallFailure.Ambiguous("Cut off.", Wait)).ShouldBe(new PostOutcome.Ambiguous("Cut off.", Wait));

    [Fact]
    public void What_never_left_is_sent_again() => Words.ToOutcome(new CallFailure.Unreachable("No way.")).ShouldBe(new PostOutcome.Unreachable("No way."));

    [Fact]
    public void A_known_refusal_says_what_the_table_says() => Words.ToOutcome(new CallFailure.Refused("e1", Denied)).ShouldBe(new PostOutcome.NotAllowed("The bot may not.", "Allow it."));

    [Theory]
    [InlineData(false, typeof(PostOutcome.Unreachable))]
    [InlineData(true, typeof(PostOutcome.Ambiguous))]
    public void A_refusal_that_nobody_knows_is_no_end(bool byHalves, Type outcome)
    {
        var failure = new CallFailure.Refused("e2", Known: null);

        (Words with { RefusesByHalves = byHalves }).ToOutcome(failure).ShouldBeOfType(outcome);
        failure.IsUnexplained.ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_the_platform_has_not_posted_and_is_not_unexplained()
    {
        var failure = new CallFailure.Refused("http_404", Known: null) { IsOfPlatform = false };

        (Words with { RefusesByHalves = true }).ToOutcome(failure).ShouldBeOfType<PostOutcome.Unreachable>().Why.ShouldContain("does not speak like Chat");
        failure.IsUnexplained.ShouldBeFalse();
    }

    [Fact]
    public void Only_a_channel_that_is_gone_surely_shows_no_post()
    {
        Words.ToLookup(new CallFailure.Refused("e1", Gone)).ShouldBe(new Lookup.Absent());
        Words.ToLookup(new CallFailure.Refused("e1", Denied)).ShouldBe(new Lookup.Unknown("Chat does not let the bot look: The bot may not.", "Allow it."));
        CallFailure[] others =
        [
            new CallFailure.Refused("e2", Known: null), new CallFailure.RateLimited(Wait), new CallFailure.Unreachable("No way."),
            new CallFailure.Ambiguous("Cut off.", null), new CallFailure.CredentialsDead("Dead."),
        ];
        others.ShouldAllBe(failure => Words.ToLookup(failure) is Lookup.Unknown);
    }

    [Fact]
    public void A_probe_says_how_long_to_leave_the_platform_alone()
    {
        Words.ToProbe(null).ShouldBe(new ProbeAnswer.Answers());
        Words.ToProbe(new CallFailure.RateLimited(Wait)).ShouldBe(new ProbeAnswer.Silent("Chat asks to wait.") { After = Wait });
        Words.ToProbe(new CallFailure.Ambiguous("Cut off.", Wait)).ShouldBe(new ProbeAnswer.Silent("Cut off.") { After = Wait });
        Words.ToProbe(new CallFailure.CredentialsDead("Dead.")).ShouldBe(new ProbeAnswer.CredentialsDead("Dead."));
    }

    [Fact]
    public void A_preflight_says_what_to_do()
    {
        Words.ToFault(new PostOutcome.NotAllowed("The bot may not.", "Allow it.")).ShouldBe(new ChannelCheck.Faulty("The bot may not.", "Allow it."));
        Words.ToFault(new PostOutcome.RateLimited(Wait)).Mend.ShouldContain("https://status.example.org");
    }
}
