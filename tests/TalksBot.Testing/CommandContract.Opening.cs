using Microsoft.EntityFrameworkCore;
using Shouldly;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using Xunit;

namespace TalksBot.Testing;

/// <content>Talks are opened in the channel where the desk works, which follows them at once.</content>
public abstract partial class CommandContract
{
    private const string Opening = "open \"Steel talks\" deadline:\"in 2h\" label:\"Tariffs on steel\"";

    [Fact]
    public async Task The_channel_where_talks_are_opened_is_told_of_their_first_deadline()
    {
        var opened = await DoAsync(Ben, Opening);

        await PassAsync(Duration.FromMinutes(61));

        opened.Text.ShouldContain("Opened steel-talks: Steel talks");
        opened.Text.ShouldContain("This channel follows: ");
        opened.Text.ShouldContain("5 alerts to 1 channel");
        (await ReadAsync(db => db.Deliveries.CountAsync(row => row.Talks == "steel-talks" && row.Kind == DeliveryKind.Countdown && row.State == DeliveryState.Sent, TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Undo_of_an_opening_takes_back_all_of_it()
    {
        var opened = await DoAsync(Ben, Opening);

        var undone = await Ben.PressAsync(opened, "Undo");
        await SettleAsync();

        undone.Text.ShouldContain("The desk does not follow Steel talks any more.");
        (await ReadAsync(db => db.Negotiations.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
        (await ReadAsync(db => db.Follows.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Several_channels_follow_by_one_command_and_follow_other_talks_alike()
    {
        await DoAsync(Ada, "open \"Steel talks\" follow:no");

        var added = await DoAsync(Ada, $"follow add steel-talks channel:\"{WireAddress}, {OperationsAddress}\" digest:none ladder:\"1h, 0\"");
        await DoAsync(Ada, "open \"Glass talks\" follow:no like:steel-talks");

        added.Text.ShouldContain("2 channels follow Steel talks");
        var follows = await ReadAsync(db => db.Negotiations.Where(talks => talks.Slug == "glass-talks").SelectMany(talks => talks.Follows).ToListAsync(TestContext.Current.CancellationToken));
        follows.Select(follow => (follow.Channel, $"{follow.Settings.Ladder}", follow.Settings.DigestAt)).ShouldBe([(WireAddress, "1h, 0", null), (OperationsAddress, "1h, 0", null)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_form_asks_for_the_first_deadline_of_talks_that_were_opened_without_one()
    {
        var opened = await DoAsync(Ben, "open \"Steel talks\"");

        var set = await Ben.FillAsync(opened, "Deadline…", ("at", "in 2h"), ("label", "Tariffs on steel"));
        await SettleAsync();

        set.Text.ShouldContain("D1 set · Steel talks: Tariffs on steel");
    }
}
