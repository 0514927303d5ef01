using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Storage;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class OfferTests
{
    [Fact]
    public async Task Offers_talks_by_name_and_by_title()
    {
        await using var rig = await StartAsync();

        (await rig.OfferedAsync("status", ("talks", "us-j"))).ShouldBe(["us-japan-autos – US–Japan automotive talks = us-japan-autos"]);
        (await rig.OfferedAsync("status", ("talks", "AUTOMOTIVE"))).ShouldHaveSingleItem();
        (await rig.OfferedAsync("status", ("talks", "100%_"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Offers_the_parts_of_the_talks_named()
    {
        await using var rig = await StartAsync();
        await rig.RunAsync(rig.Ada, "deadline add", ("talks", "us-japan-autos"), ("at", "in 36h"), ("label", "100% tariffs"));

        (await rig.OfferedAsync("deadline met", ("talks", "us-japan-autos"), ("deadline", ""))).ShouldHaveSingleItem().ShouldEndWith("100% tariffs = D1");
        (await rig.OfferedAsync("update list", ("talks", "none-such"))).ShouldBeEmpty();
        (await rig.OfferedAsync("update add", ("talks", "us-japan-autos"), ("side", "j"))).ShouldBe(["JP – Japan = JP"]);
    }

    [Fact]
    public async Task Offers_every_reading_of_a_time_or_says_why_there_is_none()
    {
        await using var rig = await StartAsync();

        var clear = await rig.OfferedAsync("deadline add", ("talks", "us-japan-autos"), ("at", "in 90m"));
        var open = await rig.OfferedAsync("deadline add", ("talks", "us-japan-autos"), ("at", "tomorrow 11:59"));
        var none = await rig.OfferedAsync("deadline add", ("talks", "us-japan-autos"), ("at", "when pigs fly"));

        clear.ShouldHaveSingleItem().ShouldStartWith("in 1 h 30 min: ");
        open.Count.ShouldBeGreaterThan(1);
        none.ShouldHaveSingleItem().ShouldEndWith("= when pigs fly");
    }

    [Fact]
    public async Task What_is_offered_for_a_move_counts_from_the_old_time()
    {
        await using var rig = await StartAsync();
        await rig.RunAsync(rig.Ada, "deadline add", ("talks", "us-japan-autos"), ("at", "28 Jun 2030 23:59 EDT"), ("label", "tariffs"));

        var offered = await rig.OfferedAsync("deadline move", ("talks", "us-japan-autos"), ("deadline", "D1"), ("at", "+1h"));

        offered[0].ShouldContain("2030-06-29T00:59:00-04:00");
        var moved = await rig.RunAsync(rig.Ada, "deadline move", ("talks", "us-japan-autos"), ("deadline", "D1"), ("at", offered[0].Split(" = ")[^1]));
        CommandRig.Text(moved).ShouldContain("D1 moved");
    }

    [Fact]
    public async Task Offers_zones_and_spans()
    {
        await using var rig = await StartAsync();

        (await rig.OfferedAsync("open", ("zone", "gen")))[0].ShouldStartWith("Geneva");
        (await rig.OfferedAsync("since", ("span", "6"))).ShouldContain("6 h = 6h");
    }

    [Fact]
    public async Task Offers_no_more_of_many_than_Discord_shows()
    {
        await using var rig = await StartAsync();
        await AddTalksAsync(rig, 100);

        (await rig.OfferedAsync("status", ("talks", "steel"))).Count.ShouldBe(25);
        (await rig.OfferedAsync("status", ("talks", "round-99"))).ShouldHaveSingleItem();
    }

    private static async Task<CommandRig> StartAsync()
    {
        var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        return rig;
    }

    private static async Task AddTalksAsync(CommandRig rig, int count)
    {
        await using var scope = rig.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var stamp = new Stamp(Instant.FromUtc(2026, 1, 1, 0, 0), "seed", "terminal:desk");
        db.AllNegotiations.AddRange(Enumerable.Range(0, count).Select(i => new Negotiation(
            new TalksTerms($"round-{i}", $"Steel {i} talks", [], "Geneva", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
