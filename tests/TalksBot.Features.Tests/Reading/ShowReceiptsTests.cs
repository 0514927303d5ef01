using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Reading;

public sealed class ShowReceiptsTests
{
    [Fact]
    public async Task Shows_ten_a_page_newest_first()
    {
        await using var desk = await WithPostsAsync(11);

        var first = await desk.RunAsync("receipts", "terminal:desk", Role.Reporter);
        var second = await desk.SayAsync(first.Body.Buttons.ShouldHaveSingleItem().Command);

        first.Body.Heading.ShouldBe("Receipts, page 1 of 2");
        var fields = first.Body.Pieces.OfType<PostPiece.Field>().ToList();
        fields.Count.ShouldBe(10);
        fields[0].Name.ShouldStartWith("US-JP · #11 · ");
        second.ShouldContain("US-JP · #1 · ");
    }

    [Fact]
    public async Task Says_what_became_of_each_post_and_of_all()
    {
        await using var desk = await WithPostsAsync(4);
        await desk.ChangeAsync(db =>
        {
            var posts = db.Deliveries.OrderBy(post => post.Id).ToList();
            posts.ForEach(post => post.Lease("sender", Instant.MaxValue));
            posts[0].RecordSent("m1", posts[0].Post, posts[0].DueAt + Duration.FromSeconds(1));
            posts[1].RecordSent("m2", posts[1].Post, posts[1].DueAt + Duration.FromMinutes(14));
            posts[2].Drop(DeliveryState.Failed, "channel gone: archived");
            posts[3].RecordRetry(inDoubt: false, "unreachable: connection refused");
        });

        var answer = await desk.SayAsync("receipts us-japan-autos");

        answer.ShouldContain("2 posts, 1 late, 1 failed, 0 superseded, 0 cancelled, 1 waiting");
        answer.ShouldContain("update to terminal:desk, due Tue 27 Jun 1995 10:01 EDT; sent on time at 10:01 EDT, 1 attempt, message m1");
        answer.ShouldContain("due Tue 27 Jun 1995 10:02 EDT; sent Tue 27 Jun 1995 10:16 EDT, LATE 14 min, 1 attempt, message m2");
        answer.ShouldContain("failed after 1 attempt: channel gone: archived");
        answer.ShouldContain("waiting after 1 attempt: unreachable: connection refused");
    }

    [Fact]
    public async Task Shows_only_the_channel_asked_for()
    {
        await using var desk = await WithPostsAsync(1);

        (await desk.SayAsync("receipts channel:terminal:wire")).ShouldEndWith("0 posts, 0 late, 0 failed, 0 superseded, 0 cancelled, 0 waiting");
    }

    /// <summary>One update a minute, each queued to this channel.</summary>
    private static async Task<NewsDesk> WithPostsAsync(int count)
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        for (var i = 0; i < count; i++)
        {
            desk.Clock.Advance(Duration.FromMinutes(1));
            await desk.SayAsync($"update add us-japan-autos tier:official \"Word {i + 1}\" \"US officials\"");
        }

        return desk;
    }
}
