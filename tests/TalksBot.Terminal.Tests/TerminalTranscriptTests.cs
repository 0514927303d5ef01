using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class TerminalTranscriptTests : IDisposable
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
    public async Task Forgets_a_line_that_lost_power_half_way_and_goes_on_after_it()
    {
        await _desk.Start().PostAsync(Some.Outgoing(Some.Channel, number: 1), Token);
        await _desk.Start().PostAsync(Post, Token);
        await _desk.StopBeforeTheScreenAsync();
        await ChangeAsync(whole => whole[..^20]);

        var restarted = _desk.Start();
        var lookup = await restarted.FindAsync(Post, Token);
        await restarted.PostAsync(Post, Token);

        lookup.ShouldBeOfType<Lookup.Absent>();
        (await ReadTranscriptAsync()).Count(line => line.Contains("\"act\":\"post\"", StringComparison.Ordinal)).ShouldBe(2);
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
        using var platform = new TerminalPlatform(transcript, screen, new JsonRenderer(), _desk.Clock);

        var outcome = await platform.PostAsync(Post, Token);

        outcome.ShouldBeOfType<PostOutcome.Unreachable>();
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
