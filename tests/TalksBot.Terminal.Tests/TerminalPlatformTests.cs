using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class TerminalPlatformTests : IDisposable
{
    private static readonly OutgoingPost Post = Some.Outgoing(Some.Channel);

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Shows_a_message_once_when_the_screen_comes_back()
    {
        var platform = _desk.Start();
        _desk.Screen.IsBroken = true;
        await platform.PostAsync(Post, Token);
        _desk.Screen.IsBroken = false;

        await platform.PostAsync(Post, Token);

        _desk.Lines.ShouldHaveSingleItem().TryGetProperty("again", out _).ShouldBeFalse();
        _desk.Repeated.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_posted_and_looked_for_is_not_counted_as_repeated()
    {
        var platform = _desk.Start();
        await platform.PostAsync(Post, Token);

        await platform.FindAsync(Post, Token);

        _desk.Lines.Count.ShouldBe(1);
        _desk.Repeated.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_of_an_earlier_run_posted_without_asking_is_counted_as_repeated()
    {
        await _desk.Start().PostAsync(Post, Token);
        var restarted = _desk.Start();
        await restarted.FindAsync(Some.Outgoing(Some.Channel, number: 1), Token);

        await restarted.PostAsync(Post, Token);

        _desk.Repeated.ShouldBe(1);
    }

    [Fact]
    public async Task Shows_a_found_message_again_after_a_restart_and_says_so()
    {
        await _desk.Start().PostAsync(Post, Token);
        await _desk.StopBeforeTheScreenAsync();

        var lookup = await _desk.Start().FindAsync(Post, Token);

        lookup.ShouldBe(new Lookup.Found(Post.Key.Value));
        _desk.Lines.Count.ShouldBe(2);
        _desk.Lines[1].GetProperty("again").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_show_again_what_was_seen_before_the_restart()
    {
        await _desk.Start().PostAsync(Post, Token);

        var lookup = await _desk.Start().FindAsync(Post, Token);

        lookup.ShouldBe(new Lookup.Found(Post.Key.Value));
        _desk.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shows_a_found_message_again_only_once()
    {
        await _desk.Start().PostAsync(Post, Token);
        await _desk.StopBeforeTheScreenAsync();
        var restarted = _desk.Start();
        await restarted.FindAsync(Post, Token);

        await restarted.FindAsync(Post, Token);

        _desk.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cannot_tell_while_the_screen_takes_nothing()
    {
        await _desk.Start().PostAsync(Post, Token);
        await _desk.StopBeforeTheScreenAsync();
        _desk.Screen.IsBroken = true;

        var lookup = await _desk.Start().FindAsync(Post, Token);

        lookup.ShouldBeOfType<Lookup.Unknown>();
    }

    [Fact]
    public async Task Edits_a_message_of_an_earlier_run()
    {
        await _desk.Start().PostAsync(Post, Token);

        var outcome = await _desk.Start().EditAsync(new MessageAddress(Some.Channel, Post.Key.Value), Post with { Post = Post.Post with { Heading = "Other words" } }, Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        _desk.Lines[1].GetProperty("edited").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Shows_nothing_where_an_edit_only_takes_buttons_away(bool restarts)
    {
        var terminal = _desk.Start();
        await terminal.PostAsync(Post with { Post = Post.Post with { Buttons = [new("Started", "/talks session start")] } }, Token);

        var outcome = await (restarts ? _desk.Start() : terminal).EditAsync(new MessageAddress(Some.Channel, Post.Key.Value), Post, Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        _desk.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shows_an_edit_again_that_the_screen_did_not_take()
    {
        var terminal = _desk.Start();
        var edited = Post with { Post = Post.Post with { Heading = "Other words" } };
        await terminal.PostAsync(Post, Token);
        _desk.Screen.IsBroken = true;
        await terminal.EditAsync(new MessageAddress(Some.Channel, Post.Key.Value), edited, Token);
        _desk.Screen.IsBroken = false;

        await terminal.EditAsync(new MessageAddress(Some.Channel, Post.Key.Value), edited, Token);

        _desk.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_to_edit_what_was_never_posted() =>
        (await _desk.Start().EditAsync(new MessageAddress(Some.Channel, "nothing"), Post, Token)).ShouldBeOfType<PostOutcome.MessageGone>();

    [Fact]
    public async Task Taking_back_twice_is_the_same_as_once()
    {
        var platform = _desk.Start();
        await platform.PostAsync(Post, Token);
        var message = new MessageAddress(Some.Channel, Post.Key.Value);

        await platform.DeleteAsync(message, Token);
        var second = await platform.DeleteAsync(message, Token);

        second.ShouldBeOfType<PostOutcome.Sent>();
        _desk.Lines.Count(line => line.TryGetProperty("deleted", out _)).ShouldBe(1);
    }

    [Fact]
    public async Task Never_mixes_messages_of_many_channels()
    {
        var platform = _desk.Start();
        var posts = Enumerable.Range(0, 100).Select(n => Some.Outgoing(Some.Channel with { Channel = $"c{n}" }));

        await Task.WhenAll(posts.Select(post => Task.Run(() => platform.PostAsync(post, Token), Token)));

        _desk.Lines.Select(line => line.GetProperty("channel").GetString()).Distinct().Count().ShouldBe(100);
    }
}
