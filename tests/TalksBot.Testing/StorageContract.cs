using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Settings;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;
using TalksBot.Testing.WholeBot;
using Xunit;

namespace TalksBot.Testing;

/// <summary>What the desk relies on in its database, whatever system that is on: seen by two processes that share it.</summary>
public abstract partial class StorageContract : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(1995, 6, 27, 6, 0);

    private readonly SimulatedClock _clock = new(Now);
    private TestDatabase _database = null!;
    private ServiceProvider _here = null!;
    private ServiceProvider _there = null!;

    /// <summary>The database system, as the settings name it.</summary>
    protected abstract string System { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _database = new TestDatabase(System);
        (_here, _there) = (Build(), Build());
        await _here.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await _there.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await DoAsync(_here, "/talks open rail \"Rail strike\" zone:Geneva follow:no");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_one_commits_the_other_sees()
    {
        await DoAsync(_here, "/talks update add rail \"Nothing yet\" \"a senior US official\" tier:unnamed");

        (await SayAsync(_there, "/talks update list rail")).ShouldContain("Nothing yet");
    }

    [Fact]
    public async Task Numbers_given_at_once_are_never_given_twice()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => DoAsync(i % 2 == 0 ? _here : _there, $"/talks update add rail \"Update {i}\" \"a senior US official\" tier:unnamed")));

        var numbers = await ReadAsync(db => db.Set<Update>().Select(update => update.Number).Order().ToListAsync(Token));
        numbers.ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task Two_changes_of_one_deadline_both_happen_in_some_order()
    {
        await DoAsync(_here, "/talks deadline add rail \"28 Jun 1995 23:59 Geneva\" strike");

        await Task.WhenAll(
            DoAsync(_here, "/talks deadline move rail D1 \"29 Jun 1995 23:59 Geneva\""),
            DoAsync(_there, "/talks deadline set rail D1 consequence:\"no trains\""));

        var status = await SayAsync(_here, "/talks status rail");
        status.ShouldContain("29 Jun");
        (await SayAsync(_there, "/talks find \"no trains\"")).ShouldContain("D1");
    }

    [Fact]
    public async Task One_giving_of_a_command_is_carried_out_once_whoever_hears_of_it()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => RunAsync(i % 2 == 0 ? _here : _there, "/talks update add rail \"Once\" \"a senior US official\" tier:unnamed", key: "one")));

        replies.ShouldAllBe(reply => !reply.Refused);
        (await ReadAsync(db => db.Set<Update>().CountAsync(Token))).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_that_is_not_committed_is_never_seen()
    {
        await using var scope = _here.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        await using (await _here.GetRequiredService<WriteLock>().BeginAsync(db, Token))
        {
            await db.AllNegotiations.ExecuteUpdateAsync(row => row.SetProperty(talks => talks.Title, "Otherwise"), Token);
        }

        (await SayAsync(_there, "/talks status rail")).ShouldContain("Rail strike");
    }

    [Fact]
    public async Task Who_reads_sees_one_moment_and_keeps_nobody_from_writing()
    {
        await using var scope = _here.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        await using var moment = await ReadTransaction.BeginAsync(db, Token);
        (await db.Changes.CountAsync(Token)).ShouldBeGreaterThan(0);
        var before = await db.Set<Update>().CountAsync(Token);

        await DoAsync(_there, "/talks update add rail \"Meanwhile\" \"a senior US official\" tier:unnamed");

        (await db.Set<Update>().CountAsync(Token)).ShouldBe(before);
    }

    [Fact]
    public async Task Words_are_found_whatever_their_case_and_accents_and_killed_ones_are_not()
    {
        await DoAsync(_here, "/talks update add rail \"Na rzecz: POKÓJ\" \"a Polish official\" tier:official");
        await DoAsync(_here, "/talks update add rail \"Secret plan\" \"a Polish official\" tier:official");
        await DoAsync(_here, "/talks update kill rail #2 \"not so\"");

        (await SayAsync(_there, "/talks find pokoj")).ShouldContain("1 found");
        (await SayAsync(_there, "/talks find secret")).ShouldContain("Nothing has");
    }

    [Fact]
    public async Task An_import_is_seen_all_at_once_and_an_interrupted_one_never()
    {
        await using var scope = _here.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<StagedImport>();
        var talks = await FoundingAsync();
        await import.NumberAsync([talks], Token);
        await import.AddAsync(talks, [], Token);
        (await RunAsync(_there, $"/talks status {talks.Slug}")).Refused.ShouldBeTrue();

        await import.PublishAsync(Token);
        (await SayAsync(_there, $"/talks status {talks.Slug}")).ShouldContain(talks.Title);
        (await SayAsync(_there, "/talks find tariffs")).ShouldContain(talks.Title);
    }

    private static async Task<Negotiation> FoundingAsync() =>
        Negotiation.Restore(TalksFile.Read(await File.ReadAllTextAsync(Samples.Founding, Token)).ShouldBeOfType<TalksFileReading.Understood>().File.Talks[0]);

    private static Task<string> DoAsync(ServiceProvider desk, string line) => SayAsync(desk, line);

    private static async Task<string> SayAsync(ServiceProvider desk, string line)
    {
        var reply = await RunAsync(desk, line);
        reply.Refused.ShouldBeFalse($"{line}: {reply.Body.Heading}");
        return PostText.Write(reply.Whole);
    }

    private static Task<Reply> RunAsync(ServiceProvider desk, string line, string? key = null) => desk.GetRequiredService<ICommandDesk>()
        .RunAsync(line, new Caller("Anna", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true, IdempotencyKey = key }, Token);

    private async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = _here.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    private ServiceProvider Build() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([.. _database.Settings, new($"{FetchOptions.Section}:InternalHosts", "127.0.0.1")]).Build())
        .AddLogging()
        .AddSingleton<IClock>(_clock)
        .AddSingleton<TimeProvider>(_clock)
        .AddStorage()
        .AddDesk()
        .BuildServiceProvider(validateScopes: true);
}
