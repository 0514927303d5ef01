using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Archive;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Tests.Records;

/// <summary>An import is seen as a whole or not at all, and reads as if everything in it had been recorded here.</summary>
public sealed class StagedImportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_imported_reads_as_it_was_exported_and_goes_on_from_there()
    {
        await using var desk = await FilledAsync();
        var text = await ExportAsync(desk);
        await using var other = await RecordDesk.OpenAsync();
        await other.RunAsync("undo");

        (await ImportAsync(other, text)).ShouldBeNull();

        (await ExportAsync(other)).ShouldBe(text);
        var was = await desk.ReadAsync(db => db.Negotiations.Whole().SingleAsync(Token));
        var @is = await other.ReadAsync(db => db.Negotiations.Whole().SingleAsync(Token));
        TalksParts.Differences(TalksParts.Of(was), TalksParts.Of(@is)).Where(part => part.Name.StartsWith('D')).ShouldBeEmpty();
        (@is.LastUpdate, @is.Revision, @is.ChangedAt).ShouldBe((2, @is.Changes.Count, was.ChangedAt));
        PostText.Write((await other.RunAsync("update add steel \"Next\" \"a US official\" tier:official")).Body).ShouldContain("#3");
    }

    [Fact]
    public async Task What_is_still_to_come_is_planned_as_if_it_had_been_recorded_here()
    {
        await using var desk = await FilledAsync();
        var text = await ExportAsync(desk);
        await using var other = await RecordDesk.OpenAsync();
        await other.RunAsync("undo");

        await ImportAsync(other, text);

        (await PlannedAsync(other)).ShouldBe(await PlannedAsync(desk));
    }

    [Fact]
    public async Task What_an_interrupted_import_has_left_is_seen_by_nobody_and_goes()
    {
        await using var desk = await FilledAsync();
        var text = await ExportAsync(desk);
        await using var other = await RecordDesk.OpenAsync();
        await other.RunAsync("undo");
        await BreakOffAsync(other, text);

        PostText.Write((await other.RunAsync("list")).Body).ShouldContain("no talks now");
        (await other.RunAsync("next")).Refused.ShouldBeFalse();
        (await other.ReadAsync(db => db.Moments.AnyAsync(Token))).ShouldBeTrue("nothing was written before it broke off");
        await other.Services.GetRequiredService<AgendaRounds>().RunAsync(MomentKind.Countdown, Token);

        (await ImportAsync(other, text)).ShouldBeNull();
        (await ExportAsync(other)).ShouldBe(text);
        (await other.ReadAsync(db => db.AllNegotiations.CountAsync(Token))).ShouldBe(1);
        (await other.ReadAsync(db => db.Changes.CountAsync(change => change.NegotiationId != null, Token))).ShouldBe(Given(text).Talks[0].Changes.Count);
    }

    [Fact]
    public async Task A_slice_may_end_anywhere_within_talks()
    {
        await using var desk = await FilledAsync();
        var one = Given(await ExportAsync(desk));
        var many = one with { Talks = [.. Enumerable.Range(0, 150).Select(n => one.Talks[0] with { Slug = $"steel-{n}" })] };
        await using var other = await RecordDesk.OpenAsync();

        (await TakeAsync(other, many)).ShouldBeNull();

        (await other.ReadAsync(db => db.Negotiations.CountAsync(Token))).ShouldBe(151);
        (await other.ReadAsync(db => db.Changes.CountAsync(change => change.NegotiationId != null && change.Subject == "D1", Token))).ShouldBe(150 * one.Talks[0].Changes.Count(change => change.Subject == "D1"));
    }

    [Fact]
    public async Task Talks_that_exist_are_refused_and_nothing_is_left()
    {
        await using var desk = await FilledAsync();

        (await ImportAsync(desk, await ExportAsync(desk))).ShouldNotBeNull().ShouldContain("steel exist already; nothing was imported");

        (await desk.ReadAsync(db => db.AllNegotiations.CountAsync(Token))).ShouldBe(1);
    }

    [Fact]
    public async Task The_stream_writes_the_same_bytes_as_the_whole()
    {
        await using var desk = await FilledAsync();

        var streamed = await ExportAsync(desk);

        streamed.ShouldBe(TalksFile.Write([await desk.ReadAsync(db => db.Negotiations.Whole().SingleAsync(Token))]));
    }

    private static TalksFile Given(string text) => TalksFile.Read(text).ShouldBeOfType<TalksFileReading.Understood>().File;

    private static async Task<RecordDesk> FilledAsync()
    {
        var desk = await RecordDesk.OpenAsync();
        foreach (var line in new[]
        {
            "follow add steel digest:08:00 quiet:22:00-06:00", "deadline add steel \"30 Jun 1995 18:00\" \"first stage\" consequence:\"tariffs\"", "deadline move steel D1 +2h",
            "session add steel \"29 Jun 1995 10:00\"", "point add steel quotas", "point word steel P1 US \"none\"",
            "update add steel \"They meet\" \"a US official\" tier:official", "update add steel \"They do not\" \"a US official\" tier:official disputes:#1 side:US",
            "update add steel \"Hoax\" \"a US official\" tier:official", "update add steel \"Undone\" \"a US official\" tier:official", "undo", "update kill steel #3 \"false\"",
            "update correct steel #1 \"They met\"", "update add steel \"Under embargo\" \"a US official\" tier:official embargo:\"28 Jun 1995 09:00\"",
        })
        {
            await desk.RunAsync(line);
        }

        return desk;
    }

    private static async Task<string> ExportAsync(RecordDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WriteArchive>().RunAsync(slug: null, ExportFormat.Json, Token))!;
    }

    private static Task<string?> ImportAsync(RecordDesk desk, string text) => TakeAsync(desk, Given(text));

    private static async Task<string?> TakeAsync(RecordDesk desk, TalksFile file)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakeArchive>().RunAsync(file, Token);
    }

    /// <summary>Everything is written and nothing published, as when the program is killed just before.</summary>
    private static async Task BreakOffAsync(RecordDesk desk, string text)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<StagedImport>();
        var talks = Negotiation.Restore(Given(text).Talks[0]);
        await import.NumberAsync([talks], Token);
        var filler = Enumerable.Range(0, 2_000).Select(n => new DueMoment(MomentKind.Countdown, talks.Id, talks.Deadlines[0].Id, NewsDesk.Tuesday - Duration.FromHours(n), Duration.Zero));
        await import.AddAsync(talks, filler, Token);
    }

    private static Task<List<string>> PlannedAsync(RecordDesk desk) => desk.ReadAsync(async db =>
    {
        var open = await db.Moments.Where(moment => moment.State == MomentState.Open && moment.Kind != MomentKind.Lift).ToListAsync(Token);
        return open.Select(moment => $"{moment.Kind} {moment.Due} {moment.Rung}").Order(StringComparer.Ordinal).ToList();
    });
}
