using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests.Points;

public sealed class PointCommandsTests
{
    [Fact]
    public async Task Holds_both_sides_words_and_where_the_point_stands()
    {
        await using var desk = await WithPointAsync();

        await desk.SayAsync("point set us-japan-autos P1 side:us wording:\"measurable progress\"");
        await desk.SayAsync("point set us-japan-autos p1 side:JP wording:\"no numerical targets\" state:narrowing");

        var point = (await desk.TalksAsync()).Points.ShouldHaveSingleItem();
        point.Wordings.ShouldBe([new SideWording("US", "measurable progress"), new SideWording("JP", "no numerical targets")]);
        point.State.ShouldBe(PointState.Narrowing);
    }

    [Fact]
    public async Task Is_settled_and_may_open_again()
    {
        await using var desk = await WithPointAsync();

        await desk.SayAsync("point settle us-japan-autos P1");
        await desk.SayAsync("point set us-japan-autos P1 state:open");

        (await desk.TalksAsync()).Points[0].State.ShouldBe(PointState.Open);
    }

    [Fact]
    public async Task Posts_nothing()
    {
        await using var desk = await WithPointAsync();
        await desk.SayAsync("follow add us-japan-autos");

        await desk.SayAsync("point settle us-japan-autos P1");

        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldBeEmpty();
        (await desk.DeliveriesAsync(DeliveryKind.Status)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_listed_with_each_sides_words()
    {
        await using var desk = await WithPointAsync();
        await desk.SayAsync("point set us-japan-autos P1 side:US wording:\"measurable progress\"");

        var list = await desk.SayAsync("point list us-japan-autos");

        list.ShouldContain("P1 purchases of US parts – open");
        list.ShouldContain("US: measurable progress");
    }

    [Theory]
    [InlineData("point add us-japan-autos \"Purchases of US parts\"", "P1 already names that point.")]
    [InlineData("point set us-japan-autos P1", "Say what changes: side and wording together, or state, such as state:narrowing.")]
    [InlineData("point set us-japan-autos P1 side:US", "Say how that side words the point: add wording:\"…\".")]
    [InlineData("point set us-japan-autos P1 wording:\"no targets\"", "Say whose wording it is: add side with the side's code, such as side:US.")]
    [InlineData("point set us-japan-autos P1 side:FR wording:\"no targets\"", "FR is no party to these talks; the sides are US, JP.")]
    [InlineData("point set us-japan-autos P1 side:US wording:\"no targets\" state:open", "P1 is already open.")]
    [InlineData("point settle us-japan-autos P2", "These talks have no such sticking point; there is P1.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await WithPointAsync();

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task Is_for_editors()
    {
        await using var desk = await WithPointAsync();

        (await desk.RefusedAsync("point settle us-japan-autos P1", Role.Reporter)).ShouldContain("needs the role editor");
    }

    private static async Task<NewsDesk> WithPointAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("point add us-japan-autos \"purchases of US parts\"");
        return desk;
    }
}
