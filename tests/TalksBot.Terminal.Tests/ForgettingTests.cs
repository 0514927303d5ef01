using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

/// <summary>The transcript is trimmed like the rest.</summary>
public sealed class ForgettingTests : IDisposable
{
    private static readonly OutgoingPost Old = Some.Outgoing(Some.Channel, number: 1);
    private static readonly OutgoingPost Needed = Some.Outgoing(Some.Channel, number: 2);
    private static readonly OutgoingPost Touched = Some.Outgoing(Some.Channel, number: 3);
    private static readonly OutgoingPost Young = Some.Outgoing(Some.Channel, number: 4);

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Instant Before => _desk.Clock.GetCurrentInstant() - Duration.FromDays(90);

    private string Beside => _desk.TranscriptPath + ".shorter";

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task What_is_old_and_known_to_nobody_goes_and_all_else_stays()
    {
        var terminal = await FilledAsync();

        var went = await terminal.ForgetAsync(Before, NeededAsync, Token);

        went.ShouldBe(1);
        await OnlyTheOldOneIsGoneAsync(terminal);
        await OnlyTheOldOneIsGoneAsync(_desk.Start());
        (await terminal.ForgetAsync(Before, NeededAsync, Token)).ShouldBe(0);
        File.Exists(Beside).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_posted_and_changed_meanwhile_is_lost_in_neither_file()
    {
        var terminal = await FilledAsync();
        var late = Some.Outgoing(Some.Channel, number: 9);

        await terminal.ForgetAsync(
            Before,
            async (ids, token) =>
            {
                await terminal.PostAsync(late, token);
                await terminal.DeleteAsync(new MessageAddress(Some.Channel, Young.Key.Value), token);
                return await NeededAsync(ids, token);
            },
            Token);
        await terminal.PostAsync(Some.Outgoing(Some.Channel, number: 10), Token);

        var restarted = _desk.Start();
        (await restarted.FindAsync(late, Token)).ShouldBeOfType<Lookup.Found>();
        (await restarted.FindAsync(Young, Token)).ShouldBeOfType<Lookup.Absent>();
        (await restarted.FindAsync(Some.Outgoing(Some.Channel, number: 10), Token)).ShouldBeOfType<Lookup.Found>();
    }

    [Fact]
    public async Task A_process_that_ends_before_the_shorter_file_is_whole_leaves_the_transcript_as_it_was()
    {
        var terminal = await FilledAsync();
        var before = await File.ReadAllTextAsync(_desk.TranscriptPath, Token);
        await File.WriteAllTextAsync(Beside, before[..(before.Length / 3)], Token);

        var restarted = _desk.Start();
        (await restarted.FindAsync(Old, Token)).ShouldBeOfType<Lookup.Found>();
        (await File.ReadAllTextAsync(_desk.TranscriptPath, Token)).ShouldBe(before);

        await restarted.ForgetAsync(Before, NeededAsync, Token);
        await OnlyTheOldOneIsGoneAsync(restarted);
        GC.KeepAlive(terminal);
    }

    [Fact]
    public async Task The_shorter_file_is_its_owners_alone_and_keeps_damaged_lines_to_themselves()
    {
        await FilledAsync();
        _desk.Stop();
        await File.AppendAllTextAsync(_desk.TranscriptPath, "not json\n", Token);
        var terminal = _desk.Start();

        await terminal.ForgetAsync(Before, NeededAsync, Token);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_desk.TranscriptPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await OnlyTheOldOneIsGoneAsync(terminal);
    }

    /// <summary>Three messages of long ago, of which one was changed lately, and one of today.</summary>
    private async Task<TerminalPlatform> FilledAsync()
    {
        var terminal = _desk.Start();
        foreach (var post in new[] { Old, Needed, Touched })
        {
            await terminal.PostAsync(post, Token);
        }

        _desk.Clock.AdvanceDays(100);
        await terminal.EditAsync(new MessageAddress(Some.Channel, Touched.Key.Value), Touched with { Post = Some.Post("Other words", "than before") }, Token);
        await terminal.PostAsync(Young, Token);
        return terminal;
    }

    private static Task<IReadOnlySet<string>> NeededAsync(IReadOnlyCollection<string> ids, CancellationToken token)
    {
        ids.ShouldNotContain(Young.Key.Value);
        return Task.FromResult<IReadOnlySet<string>>(new HashSet<string> { Needed.Key.Value });
    }

    private static async Task OnlyTheOldOneIsGoneAsync(TerminalPlatform terminal)
    {
        (await terminal.FindAsync(Old, Token)).ShouldBeOfType<Lookup.Absent>();
        (await terminal.EditAsync(new MessageAddress(Some.Channel, Old.Key.Value), Old, Token)).ShouldBeOfType<PostOutcome.MessageGone>();
        foreach (var post in new[] { Needed, Touched, Young })
        {
            (await terminal.FindAsync(post, Token)).ShouldBeOfType<Lookup.Found>();
        }
    }
}
