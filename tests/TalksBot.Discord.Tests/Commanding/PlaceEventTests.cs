using Microsoft.EntityFrameworkCore;
using System.Text.Json;
using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire.Gateway;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What keeps posts from a channel is told when it happens.</summary>
public sealed class PlaceEventTests
{
    [Fact]
    public async Task A_channel_that_was_deleted_is_told_to_operations_at_once()
    {
        await using var room = await Newsroom.StartAsync();

        room.Rig.Discord.DeleteChannel(room.Wire);

        var told = await ToldAsync(room);
        told.ShouldContain($"<#{room.Wire}> cannot be posted to any more: ");
        told.ShouldContain("It follows us-japan-autos, and hears nothing until that is mended.");
        told.ShouldContain("/talks follow remove us-japan-autos channel:");
    }

    [Fact]
    public async Task A_channel_whose_rights_were_taken_away_is_told_once()
    {
        await using var room = await Newsroom.StartAsync();

        room.Rig.Discord.DenyBot(room.Wire, Permissions.SendMessages);
        var told = await ToldAsync(room);
        room.Rig.Discord.DenyBot(room.Wire, Permissions.SendMessages | Permissions.EmbedLinks);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        told.ShouldContain("Send Messages");
        Posted(room).Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_bot_that_was_thrown_out_of_its_server_tells_so_over_another_connection()
    {
        await using var room = await Newsroom.StartAsync(withTerminal: true);

        room.Rig.Discord.RemoveBot(room.Rig.Guild);

        await Eventually.IsTrueAsync(async () => (await ToldElsewhereAsync(room)).Count > 0);
        (await ToldElsewhereAsync(room)).ShouldContain(heading => heading.Contains("cannot be posted to any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_nobody_follows_concerns_nobody()
    {
        await using var room = await Newsroom.StartAsync();
        var other = room.Rig.Discord.AddChannel(room.Rig.Guild, "other");

        room.Rig.Discord.DenyBot(other, Permissions.SendMessages);
        room.Rig.Discord.DeleteChannel(other);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        Posted(room).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GUILD_DELETE", """{"id":"1"}""", true, null)]
    [InlineData("GUILD_DELETE", """{"id":"1","unavailable":true}""", false, null)]
    [InlineData("CHANNEL_UPDATE", """{"id":"5"}""", true, "5")]
    [InlineData("THREAD_DELETE", """{"id":"6"}""", true, "6")]
    [InlineData("CHANNEL_DELETE", """{"id":"5"}""", true, null)]
    [InlineData("CHANNEL_UPDATE", "[]", false, null)]
    [InlineData("TYPING_START", "{}", false, null)]
    public void An_outage_of_a_server_is_no_removal(string name, string data, bool concerns, string? channel)
    {
        using var read = JsonDocument.Parse(data);

        PlaceEvents.Concerns(new RawDispatch(0, name, read.RootElement), out var about).ShouldBe(concerns);
        about.ShouldBe(channel);
    }

    private static async Task<List<string>> ToldElsewhereAsync(Newsroom room) =>
        (await room.Rig.ReadAsync(db => db.Deliveries.AsNoTracking().Where(row => row.Connection == "terminal").ToListAsync(TestContext.Current.CancellationToken)))
        .ConvertAll(row => row.Post.Heading);

    private static async Task<string> ToldAsync(Newsroom room)
    {
        await Eventually.IsTrueAsync(() => Posted(room).Count > 0);
        return Posted(room)[0];
    }

    private static IReadOnlyList<string> Posted(Newsroom room) =>
        [.. room.Seen(room.Operations).Select(CommandRig.Text).Where(text => text.Contains("cannot be posted to any more", StringComparison.Ordinal))];
}
