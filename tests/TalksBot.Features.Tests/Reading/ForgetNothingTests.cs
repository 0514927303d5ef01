using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Reading;

/// <summary>Forty of everything: the newest is on the first page of every list, what is left is counted, and More leads to all of it.</summary>
public sealed class ForgetNothingTests(FortyOfEverything forty) : IClassFixture<FortyOfEverything>
{

    [Theory]
    [InlineData("update list us-japan-autos", "Word 40", "Word 1 ")]
    [InlineData("since 3h us-japan-autos", "limit 40", "Word 1 ")]
    [InlineData("timeline us-japan-autos", "Word 40", "Word 1 ")]
    [InlineData("audit us-japan-autos", "Word 40", "Word 1 ")]
    [InlineData("receipts us-japan-autos", "#40, update", "#1, update")]
    [InlineData("point list us-japan-autos", "point 40", "point 1 ")]
    [InlineData("session list us-japan-autos", "round 1 ", "round 40")]
    [InlineData("deadline list us-japan-autos", "limit 1 ", "limit 40")]
    [InlineData("next", "round 1 ", "limit 40")]
    [InlineData("list", "negotiation 40", "negotiation 1 ")]
    [InlineData("follow show us-japan-autos", "terminal:desk", "terminal:c40")]
    public async Task The_newest_and_soonest_stands_first_and_More_leads_to_the_last(string line, string first, string last)
    {
        var desk = forty.Desk;
        var pages = new List<string>();

        for (var next = line; next is not null;)
        {
            var reply = await desk.RunAsync(next, "terminal:desk", Role.Chief);
            reply.Refused.ShouldBeFalse(PostText.Write(reply.Body));
            pages.Add(PostText.Write(reply.Body) + " ");
            next = reply.Body.Buttons.FirstOrDefault(button => button.Label == PostFit.More)?.Command;
        }

        pages[0].ShouldContain(first);
        pages[0].ShouldContain(" more");
        pages.Count.ShouldBeGreaterThan(3);
        pages.ShouldContain(page => page.Contains(last, StringComparison.Ordinal));
        pages[^1].ShouldNotContain(" more ");
    }

    [Fact]
    public async Task A_status_counts_what_it_leaves_out()
    {
        var desk = forty.Desk;

        var reply = await desk.RunAsync("status us-japan-autos", "terminal:desk", Role.Reader);
        var status = PostText.Write(reply.Body);
        var more = await desk.SayAsync(reply.Body.Buttons.ShouldHaveSingleItem().Command);

        status.ShouldContain("Word 40");
        status.ShouldContain("and 37 more: /talks update list us-japan-autos");
        more.ShouldContain("Word 37 ");
        status.ShouldContain("and 35 more: /talks deadline list us-japan-autos");
        status.ShouldContain("and 37 more: /talks session list us-japan-autos");
        status.ShouldContain("and 32 more: /talks point list us-japan-autos");
        status.Length.ShouldBeLessThan(5_000);
    }

    [Fact]
    public async Task A_long_update_is_whole_where_it_is_asked_for()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var text = string.Join(' ', Enumerable.Repeat("word", 390));
        await desk.SayAsync($"update add us-japan-autos tier:official \"{text}\" \"US officials\"");

        (await desk.SayAsync("update list us-japan-autos")).ShouldContain("word…");
        (await desk.SayAsync("update list us-japan-autos update:#1")).ShouldContain(text);
    }
}
