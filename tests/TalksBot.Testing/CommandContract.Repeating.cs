using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>What repeats: one occurrence is planned ahead, and the series ends when somebody says so.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task A_session_that_repeats_is_followed_by_the_next_and_ended_in_its_form()
    {
        var added = await DoAsync(Ben, $"session add {Slug} \"in 2h\" who:\"Kantor and Hashimoto\" repeat:\"every day\"");
        await PassAsync(Duration.FromMinutes(121));

        var next = await Ben.RunAsync($"session list {Slug}");
        var ended = await Ben.FillAsync(await DoAsync(Ben, $"session set {Slug} S2 place:Geneva"), "Edit", ("repeat", "none"));

        added.Text.ShouldContain("Repeats every day: then ");
        next.Text.ShouldContain("S2 starts in ");
        next.Text.ShouldContain("every day, next ");
        ended.Text.ShouldContain("Repeats: every day → none");
    }

    [Theory]
    [InlineData("every second", "once a day is the most that something repeats")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No day is ever like that")]
    public async Task A_rule_that_matches_too_often_or_never_is_refused_at_once(string rule, string why)
    {
        var refused = await Ben.RunAsync($"deadline add {Slug} \"in 2h\" \"100% tariffs\" repeat:\"{rule}\"");

        refused.Text.ShouldContain(why);
        (await TalksAsync()).Deadlines.ShouldBeEmpty();
    }
}
