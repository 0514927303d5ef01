using TalksBot.Core.Agenda;
using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class CoverTests
{
    [Fact]
    public async Task Who_covers_it_stands_in_lists_status_and_alerts()
    {
        await using var desk = await OpenAsync();

        (await desk.SayAsync("deadline cover us-japan-autos D1 Ben Miller")).ShouldBe("D1 covered by Ben Miller · US–Japan automotive talks: tariffs");
        await desk.SayAsync("session cover us-japan-autos S1 \"Cleo Ng\"");
        await desk.ClaimAsync(MomentKind.Countdown, desk.Now + Duration.FromHours(1));
        await desk.ClaimAsync(MomentKind.Session, desk.Now + Duration.FromMinutes(30));

        (await desk.SayAsync("deadline list us-japan-autos")).ShouldContain("Covered by: Ben Miller");
        (await desk.SayAsync("session list us-japan-autos")).ShouldContain("Covered by: Cleo Ng");
        var status = await desk.SayAsync("status us-japan-autos");
        status.ShouldContain("Covered by: Ben Miller");
        status.ShouldContain("Covered by: Cleo Ng");
        PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Countdown))[^1].Post).ShouldContain("Covered by: Ben Miller");
        PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Session))[0].Post).ShouldContain("Covered by: Cleo Ng");
    }

    [Fact]
    public async Task Who_is_to_be_notified_is_mentioned_where_that_means_them_and_the_follow_mentions_nobody()
    {
        await using var desk = await OpenAsync(new StubPlatform("terminal", new ChannelCheck.Ready()), new StubPlatform("slack:main", new ChannelCheck.Ready()));
        await desk.SayAsync("follow add us-japan-autos channel:slack:main/C1 digest:none", "terminal:desk");
        await desk.SayAsync("deadline cover us-japan-autos D1 \"Ben\" ping:desk");

        await desk.ClaimAsync(MomentKind.Countdown, desk.Now + Duration.FromHours(1));

        var alerts = (await desk.DeliveriesAsync(DeliveryKind.Countdown)).GroupBy(alert => alert.Channel.ToString()).ToDictionary(group => group.Key, group => group.Last().Post.Mention);
        alerts["terminal:desk"].ShouldBe("<desk>");
        alerts["slack:main/C1"].ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_says_me_is_named_as_the_record_names_them()
    {
        await using var desk = await OpenAsync();

        (await desk.SayAsync("session cover us-japan-autos S1 me")).ShouldContain("S1 covered by Ann");
        (await desk.TalksAsync()).Sessions[0].Cover.ShouldBe(new Coverage("Ann"));
    }

    [Fact]
    public async Task Another_one_takes_over_nobody_does_and_each_can_be_taken_back()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("deadline cover us-japan-autos D1 Ben");
        await desk.SayAsync("deadline cover us-japan-autos D1 Cleo");

        await desk.SayAsync("undo");
        (await desk.TalksAsync()).Deadlines[0].Cover!.Who.ShouldBe("Ben");

        (await desk.SayAsync("deadline cover us-japan-autos D1 none")).ShouldStartWith("D1 covered by nobody");
        (await desk.TalksAsync()).Deadlines[0].Cover.ShouldBeNull();
        (await desk.SayAsync("audit us-japan-autos")).ShouldContain("D1 covered: was Ben");
        (await desk.SayAsync("deadline history us-japan-autos D1")).ShouldContain("Covered by Ben by Ann on ");
        (await desk.SayAsync("since 1h")).ShouldNotContain("covered");
    }

    [Fact]
    public async Task A_file_keeps_it_and_a_replay_tells_it()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("deadline cover us-japan-autos D1 Ben");
        await desk.SayAsync("session cover us-japan-autos S1 Cleo");
        var talks = await desk.TalksAsync();

        var file = TalksFile.Read(TalksFile.Write([talks])).ShouldBeOfType<TalksFileReading.Understood>().File;

        var restored = Negotiation.Restore(file.Talks[0]);
        (restored.Deadlines[0].Cover, restored.Sessions[0].Cover).ShouldBe((talks.Deadlines[0].Cover, talks.Sessions[0].Cover));
        restored.Changes[^1].After.ShouldBe(new ChangeValue.Covering(new Coverage("Cleo")));
        var lines = Story.Of(file).Steps.Select(step => step.Line).ToList();
        lines.ShouldContain("/talks deadline cover talks:\"us-japan-autos\" deadline:\"D1\" who:\"Ben\"");
        lines.ShouldContain("/talks session cover talks:\"us-japan-autos\" session:\"S1\" who:\"Cleo\"");
        Story.Of(file with { Talks = [file.Talks[0] with { Changes = [] }] }).Steps.Select(step => step.Line).ShouldContain(lines.Single(line => line.Contains("deadline cover", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("deadline cover us-japan-autos D9 Ben", "These talks have no such deadline; there is D1.")]
    [InlineData("session cover us-japan-autos S1 none", "Nobody covers S1.")]
    [InlineData("session cover us-japan-autos S1 <@U123>", "Write the name as it shall be read everywhere, and whom to notify by name: \"Ben Miller\" ping:…")]
    [InlineData("session cover us-japan-autos S1 none ping:desk", "Nobody covers it, so nobody is notified; leave ping out, or write who covers it.")]
    [InlineData("session cover us-japan-autos S1 Ben ping:somebody", "Only the desk can be notified; write desk.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await OpenAsync(new StubPlatform("terminal", new ChannelCheck.Ready()));

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task What_is_over_needs_nobody()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("deadline cover us-japan-autos D1 Ben");
        (await desk.RefusedAsync("deadline cover us-japan-autos D1 Ben")).ShouldBe("Ben covers D1 already.");
        await desk.SayAsync("deadline met us-japan-autos D1");
        await desk.SayAsync("session cancel us-japan-autos S1");

        (await desk.RefusedAsync("deadline cover us-japan-autos D1 Cleo")).ShouldBe("D1 is met, so there is nothing to cover any more.");
        (await desk.RefusedAsync("session cover us-japan-autos S1 Cleo")).ShouldBe("S1 is cancelled, so there is nothing to cover any more.");
        (await desk.RefusedAsync("session cover us-japan-autos S1 Cleo", Role.Reader)).ShouldContain("needs the role reporter");
    }

    /// <summary>D1 falls in two hours and S1 starts in two hours as well; the desk's terminal follows.</summary>
    private static async Task<NewsDesk> OpenAsync(params IPlatform[] platforms)
    {
        var desk = await NewsDesk.OpenAsync(platforms);
        await desk.SayAsync("follow add us-japan-autos channel:terminal:desk digest:none");
        await desk.SayAsync("deadline add us-japan-autos \"in 2h\" tariffs");
        await desk.SayAsync("session add us-japan-autos \"in 2h\" who:\"Kantor and Hashimoto\"");
        return desk;
    }
}
