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
    public async Task Records_a_message_before_it_is_shown()
    {
        _desk.Screen.IsBroken = true;

        var outcome = await _desk.Start().PostAsync(Post, Token);

        outcome.ShouldBeOfType<PostOutcome.Unreachable>().Why.ShouldContain("Broken pipe");
        (await ReadTranscriptAsync()).ShouldHaveSingleItem().ShouldContain(Post.Key.Value);
    }

    [Fact]
    public async Task Shows_a_message_once_when_the_screen_comes_back()
    {
        var platform = _desk.Start();
        _desk.Screen.IsBroken = true;
        await platform.PostAsync(Post, Token);
        _desk.Screen.IsBroken = false;

        await platform.PostAsync(Post, Token);

        _desk.Lines.ShouldHaveSingleItem().TryGetProperty("again", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Shows_a_found_message_again_after_a_restart_and_says_so()
    {
        await _desk.Start().PostAsync(Post, Token);

        var lookup = await _desk.Start().FindAsync(Post, Token);

        lookup.ShouldBe(new Lookup.Found(Post.Key.Value));
        _desk.Lines.Count.ShouldBe(2);
        _desk.Lines[1].GetProperty("again").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Shows_a_found_message_again_only_once()
    {
        await _desk.Start().PostAsync(Post, Token);
        var restarted = _desk.Start();
        await restarted.FindAsync(Post, Token);

        await restarted.FindAsync(Post, Token);

        _desk.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cannot_tell_while_the_screen_takes_nothing()
    {
        await _desk.Start().PostAsync(Post, Token);
        _desk.Screen.IsBroken = true;

        var lookup = await _desk.Start().FindAsync(Post, Token);

        lookup.ShouldBeOfType<Lookup.Unknown>();
    }

    [Fact]
    public async Task Forgets_a_line_that_lost_power_half_way_and_goes_on_after_it()
    {
        await _desk.Start().PostAsync(Some.Outgoing(Some.Channel, number: 1), Token);
        await _desk.Start().PostAsync(Post, Token);
        await ChangeAsync(whole => whole[..^20]);

        var restarted = _desk.Start();
        var lookup = await restarted.FindAsync(Post, Token);
        await restarted.PostAsync(Post, Token);

        lookup.ShouldBeOfType<Lookup.Absent>();
        (await ReadTranscriptAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Passes_over_a_line_that_is_damaged()
    {
        await _desk.Start().PostAsync(Post, Token);
        await ChangeAsync(whole => $"\0\0not json\n[1]\n{{}}\n{whole}");

        var lookup = await _desk.Start().FindAsync(Post, Token);

        lookup.ShouldBeOfType<Lookup.Found>();
    }

    [Fact]
    public async Task A_transcript_that_cannot_be_written_is_an_answer()
    {
        Directory.CreateDirectory(_desk.TranscriptPath);

        var platform = _desk.Start();

        (await platform.PostAsync(Post, Token)).ShouldBeOfType<PostOutcome.Unreachable>().Why.ShouldContain(_desk.TranscriptPath);
        (await platform.FindAsync(Post, Token)).ShouldBeOfType<Lookup.Unknown>();
        _desk.Screen.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_an_answer()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This machine has no /dev/full.");
        using var transcript = new TerminalTranscript("/dev/full");
        using var screen = new TerminalScreen(_desk.Screen);
        using var platform = new TerminalPlatform(transcript, screen, new JsonForm(), _desk.Clock);

        var outcome = await platform.PostAsync(Post, Token);

        outcome.ShouldBeOfType<PostOutcome.Unreachable>();
    }

    [Fact]
    public async Task Edits_a_message_of_an_earlier_run()
    {
        await _desk.Start().PostAsync(Post, Token);

        var outcome = await _desk.Start().EditAsync(new MessageAddress(Some.Channel, Post.Key.Value), Post, Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        _desk.Lines[1].GetProperty("edited").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Refuses_to_edit_what_was_never_posted() =>
        (await _desk.Start().EditAsync(new MessageAddress(Some.Channel, "nothing"), Post, Token)).ShouldBeOfType<PostOutcome.Rejected>();

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

    private async Task<IReadOnlyList<string>> ReadTranscriptAsync()
    {
        await using var file = new FileStream(_desk.TranscriptPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a power loss or a failing disk leaves.</summary>
    private async Task ChangeAsync(Func<string, string> change)
    {
        _desk.Stop();
        var whole = await File.ReadAllTextAsync(_desk.TranscriptPath, Token);
        await File.WriteAllTextAsync(_desk.TranscriptPath, change(whole), Token);
    }
}
