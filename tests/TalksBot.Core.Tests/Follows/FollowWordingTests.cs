using TalksBot.Core.Follows;
using TalksBot.Core.Posts;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Follows;

public sealed class FollowWordingTests
{
    [Fact]
    public void Shows_every_setting_of_a_follow() =>
        FollowWording.Show(Follow(Until(On(27, 8, 0)), Tokyo)).Text().ShouldBe("""
            terminal:desk: follows
            Clock: Asia/Tokyo
            Daily digest: at 08:00 on that clock
            Countdown alerts: 7d, 3d, 24h, 12h, 6h, 3h, 1h, 30m, 15m, 5m, 0
            Updates: all at once, save deferred ones, which wait for the digest
            Mentions: nobody
            Quiet hours: none
            Escalates to: nobody
            Live status: none
            Follows since: Tue 27 Jun 1995 14:56 Tokyo
            """);

    [Fact]
    public void Says_first_that_posts_do_not_arrive()
    {
        var talks = Until(On(27, 8, 0));
        var follow = Follow(talks, Tokyo);
        talks.MuteFollow(follow, "the channel is gone", By("Ben", On(27, 9, 0)));

        var post = FollowWording.Show(follow);

        post.Severity.ShouldBe(Severity.Pressing);
        post.Text().ShouldStartWith("""
            terminal:desk: is told nothing for now
            Posts do not arrive: the channel is gone. Put that right, then follow again from the channel.
            """);
    }
}
