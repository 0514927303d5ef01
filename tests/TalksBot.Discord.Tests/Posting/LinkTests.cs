using NodaTime.Testing;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>A post that points to another leads there.</summary>
public sealed class LinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_corrected_leads_to_its_correction()
    {
        await using var server = await Server.StartAsync();
        var platform = server.Connect(new FakeClock(Some.Moment));
        var desk = Server.Address(server.Desk);
        var original = (PostOutcome.Sent)await platform.PostAsync(Some.Outgoing(desk), Token);
        var correction = (PostOutcome.Sent)await platform.PostAsync(Some.Outgoing(desk, number: 2), Token);

        await platform.EditAsync(new(desk, original.MessageId), Some.Outgoing(desk, Pointing(correction.MessageId)), Token);

        var root = server.Simulator.ApiUrl.GetLeftPart(UriPartial.Authority);
        $"{server.Messages(server.Desk)[0].Embeds[0]!["description"]}".ShouldBe($"[\\#1 is corrected: see r7k2 below]({root}/channels/{server.Guild}/{server.Desk}/{correction.MessageId})");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("somewhere")]
    public async Task Without_a_message_to_lead_to_the_words_stand_alone(string? message)
    {
        await using var server = await Server.StartAsync();
        var platform = server.Connect(new FakeClock(Some.Moment));

        await platform.PostAsync(Some.Outgoing(Server.Address(server.Desk), Pointing(message)), Token);

        $"{server.Messages(server.Desk).ShouldHaveSingleItem().Embeds[0]!["description"]}".ShouldBe("\\#1 is corrected: see r7k2 below");
    }

    private static Post Pointing(string? message) => Some.Post() with { Pieces = [new PostPiece.Link("#1 is corrected: see r7k2 below", "key", message)] };
}
