using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>With 300 of everything, each list shows the newest, counts the rest, leads to it, and stays within what Slack takes.</summary>
public sealed class LongListTests(LongListTests.Filled filled) : IClassFixture<LongListTests.Filled>
{
    private const int MostBlocks = 50;

    [Theory]
    [MemberData(nameof(HundredsOfEverything.Lists), MemberType = typeof(HundredsOfEverything))]
    public async Task The_newest_is_shown_the_rest_counted_and_More_leads_on(string line, string first, string second)
    {
        var rig = filled.Rig;

        var page = CommandRig.Message(await rig.RunAsync(rig.Ada, line));
        var shown = page.Shown;
        page.Blocks.Count.ShouldBeLessThanOrEqualTo(MostBlocks);
        var next = CommandRig.Message(await rig.PressAsync(rig.Ada, page, PostFit.More));

        shown.ShouldContain(first);
        shown.ShouldContain(" more");
        next.Shown.ShouldContain(second);
        next.Shown.ShouldContain(" more");
        next.Blocks.Count.ShouldBeLessThanOrEqualTo(MostBlocks);
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
        rig.Slack.Stats.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_status_counts_what_it_leaves_out_and_says_where_it_is()
    {
        var text = CommandRig.Message(await filled.Rig.RunAsync(filled.Rig.Ada, $"status {HundredsOfEverything.Slug}")).Shown;

        text.ShouldContain("word 300");
        text.ShouldContain("more: /talks deadline list steel");
        text.ShouldContain("more: /talks session list steel");
        text.ShouldContain("more: /talks point list steel");
    }

    /// <summary>A desk with that record.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        internal CommandRig Rig { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Rig = await CommandRig.StartAsync();
            await HundredsOfEverything.SeedAsync(Rig.Services);
        }

        public async ValueTask DisposeAsync() => await Rig.DisposeAsync();
    }
}
