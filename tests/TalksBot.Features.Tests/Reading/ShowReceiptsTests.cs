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
        var lines = first.Body.Pieces.Select(PostText.Write).Where(line => line.StartsWith('…')).ToList();
        lines.Count.ShouldBe(10);
        lines[0].ShouldStartWith("… 10:11 Washington Tue 27 Jun · terminal:desk · #11, update · waiting · ");
        first.Body.Pieces[^1].ShouldBeOfType<PostPiece.Line>().Text.ShouldBe("and 1 more");
        second.ShouldContain(" · #1, update · ");
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

        answer.ShouldContain("1 FAILED, 2 sent, 1 of them late, 1 waiting");
        answer.ShouldContain("✓ 10:01 Washington Tue 27 Jun · terminal:desk · #1, update · +1.0 s · ");
        answer.ShouldContain("✓ 10:02 Washington Tue 27 Jun · terminal:desk · #2, update · LATE 14 min · ");
        answer.ShouldContain("… 10:04 Washington Tue 27 Jun · terminal:desk · #4, update · waiting after 1 attempt: unreachable: connection refused · ");
        answer.Split('\n')[2].ShouldStartWith("✗ 10:03 Washington Tue 27 Jun · terminal:desk · #3, update · FAILED after 1 attempt: channel gone: archived · ");
    }

    [Fact]
    public async Task Shows_only_the_channel_asked_for()
    {
        await using var desk = await WithPostsAsync(1);

        (await desk.SayAsync("receipts channel:terminal:wire")).ShouldEndWith("Nothing was posted yet");
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
