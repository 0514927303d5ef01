using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Pipeline;

/// <summary>A preview changes nothing, so it waits for nobody who does.</summary>
public sealed class PreviewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update correct us-japan-autos #1 \"Talks go on\"", "Nothing is posted yet")]
    [InlineData("update kill us-japan-autos #1 \"not so\"", "Nothing is posted yet")]
    [InlineData("update add us-japan-autos \"Mr Kantor has left\" \"a US official\" tier:official", "Nothing is posted yet")]
    [InlineData("update correct us-japan-autos #9 \"Talks go on\"", "no such update")]
    public async Task It_is_answered_while_somebody_else_writes(string line, string answer)
    {
        await using var desk = await ToldDeskAsync();
        var before = await CountAsync(desk);
        await desk.WhileWritingAsync(async () =>
        {
            var reply = await desk.RunAsync(line, new Caller("Ann", Role.Chief, Channel("desk")));
            PostText.Write(reply.Body).ShouldContain(answer);
        });

        (await CountAsync(desk)).ShouldBe(before);
    }

    [Fact]
    public async Task What_only_its_own_channel_is_told_is_done_at_once_and_once()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Geneva digest:08:00", "terminal:geneva");

        var reply = await desk.RunAsync("update add us-japan-autos \"The talks are over\" \"a US official\" tier:official", new Caller("Ann", Role.Chief, Channel("geneva")));

        reply.IsPreview.ShouldBeFalse();
        (await desk.DeliveriesAsync(DeliveryKind.Update)).Count.ShouldBe(1);
        (await desk.TalksAsync()).Updates.Count.ShouldBe(1);
    }

    private static async Task<NewsDesk> ToldDeskAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Geneva digest:08:00", "terminal:geneva");
        await desk.SayAsync("follow add us-japan-autos zone:Tokyo digest:08:00", "terminal:tokyo");
        await desk.SayAsync("update add us-japan-autos \"The talks are over\" \"a US official\" tier:official");
        await desk.ChangeAsync(db => db.Deliveries.ToList().ForEach(delivery => delivery.RecordSent("m", delivery.Post, NewsDesk.Tuesday)));
        return desk;
    }

    private static Task<(int, int)> CountAsync(NewsDesk desk) =>
        desk.ReadAsync(async db => (await db.Changes.CountAsync(Token), await db.Deliveries.CountAsync(Token)));

    private static ChannelAddress Channel(string name) => new("terminal", "", name);
}
