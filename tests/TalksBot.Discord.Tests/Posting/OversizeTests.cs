using NodaTime.Testing;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>More than Discord takes (discord.md §3), over a real socket.</summary>
public sealed class OversizeTests : IAsyncLifetime
{
    private Server _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await Server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_list_too_long_is_posted_with_its_rest_counted()
    {
        var platform = _server.Connect(new FakeClock(Some.Moment));
        var lines = Enumerable.Range(0, 400).Select(n => new PostPiece.Line($"{n} {new string('x', 100)}")).ToList<PostPiece>();

        var outcome = await platform.PostAsync(Some.Outgoing(Server.Address(_server.Desk), Some.Post(new string('h', 1_000), "line") with { Pieces = lines }), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        _server.Visible(Server.Address(_server.Desk)).ShouldHaveSingleItem().Text.ShouldContain(" more");
    }

    [Fact]
    public async Task A_file_too_large_is_refused_as_that_and_does_not_count_as_lost()
    {
        using var connection = _server.NewConnection();
        var file = new FileUpload("chart.png", new byte[(10 * 1024 * 1024) + 1], "A chart");

        var answer = await connection.Rest.Messages.CreateAsync(new Snowflake(_server.Desk), new() { Content = "x", Files = [file] }, Token);

        answer.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<Refused>()
            .Error.Code.ShouldBeOneOf(DiscordErrorCode.EntityTooLarge, DiscordErrorCode.FileTooLarge);
        _server.Messages(_server.Desk).ShouldBeEmpty();
    }
}
