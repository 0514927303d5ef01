using CsCheck;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Whatever its size, a post is shown; the simulator refuses what Slack would.</summary>
public sealed class OversizeTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelAddress Desk => Workspace.Address(_workspace.Desk);

    public async ValueTask InitializeAsync() => _workspace = await Workspace.StartAsync();

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Theory]
    [InlineData('x')]
    [InlineData('&')]
    [InlineData('*')]
    [InlineData('日')]
    public async Task Long_words_in_every_piece_are_shortened_and_say_so(char letter)
    {
        var text = new string(letter, 9_000);
        var post = Some.Post(text, text) with { Pieces = [new PostPiece.Line(text), new PostPiece.Quote(text, text), new PostPiece.Field(text, text), new PostPiece.Section(text)] };

        var sent = (await _workspace.Connect().PostAsync(Some.Outgoing(Desk, post), Token)).ShouldBeOfType<PostOutcome.Sent>();
        var edited = await _workspace.Connect().EditAsync(new(Desk, sent.MessageId), Some.Outgoing(Desk, post), Token);

        edited.ShouldBe(sent);
        _workspace.Visible(Desk).ShouldHaveSingleItem().Text.ShouldContain("(shortened: the whole text has");
        _workspace.Simulator.Stats.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hundreds_of_lines_in_turns_with_and_without_markup_are_all_shown()
    {
        var post = Some.Post() with { Pieces = [.. Enumerable.Range(100, 200).SelectMany(n => new PostPiece[] { new PostPiece.Field("No", $"{n}."), new PostPiece.Line($"*{n}*") })] };

        await _workspace.Connect().PostAsync(Some.Outgoing(Desk, post), Token);

        var text = _workspace.Visible(Desk).ShouldHaveSingleItem().Text;
        Enumerable.Range(100, 200).ShouldAllBe(n => text.Contains($"No: {n}.", StringComparison.Ordinal) && text.Contains($"*{n}*", StringComparison.Ordinal));
        _workspace.Simulator.Stats.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_post_of_any_shape_is_refused()
    {
        var platform = _workspace.Connect();
        var words = Gen.Select(Gen.String, Gen.Int[0, 80], (text, times) => string.Concat(Enumerable.Repeat(text, times)));
        var piece = Gen.Select(words, words, Gen.Int[0, 5], (a, b, kind) => kind switch
        {
            0 => new PostPiece.Line(a),
            1 => new PostPiece.Quote(a, b),
            2 => new PostPiece.Field(a, b),
            3 => new PostPiece.Struck(a),
            4 => (PostPiece)new PostPiece.Section(a),
            _ => new PostPiece.Link(a, "k", "1.000001"),
        });

        await Gen.Select(words, piece.Array[0, 12]).SampleAsync(
            async (heading, pieces) => (await platform.PostAsync(Some.Outgoing(Desk, new Post(heading, Severity.Good, pieces)), Token)).ShouldBeOfType<PostOutcome.Sent>(),
            iter: 100,
            threads: 1);

        _workspace.Simulator.Stats.Errors.ShouldBeEmpty();
    }
}
