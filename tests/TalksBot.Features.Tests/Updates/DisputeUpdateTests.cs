using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Updates;

public sealed class DisputeUpdateTests
{
    [Fact]
    public async Task Posts_both_accounts_side_by_side_again()
    {
        await using var desk = await WithTwoUpdatesAsync();

        await desk.SayAsync("update dispute us-japan-autos #2 #1");

        (await desk.TalksAsync()).Changes[^1].Verb.ShouldBe(ChangeVerb.Disputed);
        var posts = await desk.DeliveriesAsync(DeliveryKind.Update);
        posts.Select(post => post.Subject).ShouldBe(["#1", "#2", "#2"]);
        posts[2].Post.Title.ShouldStartWith("URGENT · ACCOUNTS DIFFER on #1 · US–Japan automotive talks");
        posts[2].Priority.ShouldBe(WirePriority.Urgent);
    }

    [Theory]
    [InlineData("update dispute us-japan-autos #2 #2", "#2 cannot differ from itself; name another update.")]
    [InlineData("update dispute us-japan-autos #2 #7", "These talks have no such update; there are #1 to #2.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await WithTwoUpdatesAsync();

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task Refuses_to_set_two_accounts_against_each_other_twice()
    {
        await using var desk = await WithTwoUpdatesAsync();
        await desk.SayAsync("update dispute us-japan-autos #2 #1");

        (await desk.RefusedAsync("update dispute us-japan-autos #1 #2")).ShouldBe("#1 is already set against #2.");
    }

    [Fact]
    public async Task The_list_names_the_accounts_that_differ()
    {
        await using var desk = await WithTwoUpdatesAsync();
        await desk.SayAsync("update dispute us-japan-autos #2 #1");

        (await desk.SayAsync("update list")).ShouldContain("#2, reported by US officials (official), heard 16:00 Geneva Tue 27 Jun, differs from #1");
    }

    private static async Task<NewsDesk> WithTwoUpdatesAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync("update add us-japan-autos tier:official \"The talks are over\" \"an official familiar with the call\"");
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by US officials\" priority:urgent");
        return desk;
    }
}
