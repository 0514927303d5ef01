using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Upkeep;

/// <summary>Takes away what is older than the desk keeps, in slices between which everybody else may write.</summary>
internal sealed partial class ForgetOld(IServiceScopeFactory scopes, TimeProvider time, IOptions<StorageOptions> options, IEnumerable<IPlatform> platforms, ILogger<ForgetOld> log)
{
    /// <summary>So many rows are gone in some milliseconds, which is how long an alert may have to wait for it.</summary>
    private const int Slice = 100;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    /// <summary>Does it.</summary>
    public async Task RunAsync(Instant now, CancellationToken token)
    {
        if (options.Value.KeptFor is not { } kept)
        {
            return;
        }

        try
        {
            var before = now - kept;
            var posts = await SlicesAsync((db, rows) => PostsAsync(db, rows, before, token), token);
            var moments = await SlicesAsync((_, rows) => rows.ForgetMomentsAsync(before, Slice, token), token);
            await SlicesAsync((_, rows) => rows.ForgetPartsAsync(before, Slice, token), token);
            await SlicesAsync((_, rows) => rows.ForgetLeadsAsync(before, Slice, token), token);
            await SlicesAsync(async (_, rows) => Math.Min(await rows.ForgetLinesAsync(now, token), Slice - 1), token);
            foreach (var platform in platforms.OfType<IRemembersMessages>())
            {
                await platform.ForgetAsync(before, NeededAsync, token);
            }

            if (posts + moments > 0)
            {
                Forgotten(posts, moments, options.Value.Keep);
            }
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            HeldUp(sentence);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            HeldUp(fault.Message);
        }
    }

    private async Task<IReadOnlySet<string>> NeededAsync(IReadOnlyCollection<string> messages, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var keys = messages.Select(message => new DeliveryKey(message)).ToList();
        var known = await scope.ServiceProvider.GetRequiredService<TalksDb>().Deliveries.Where(delivery => keys.Contains(delivery.Key)).Select(delivery => delivery.Key).ToListAsync(token);
        return known.Select(key => key.Value).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<int> PostsAsync(TalksDb db, OldRows rows, Instant before, CancellationToken token)
    {
        var went = await rows.ForgetPostsAsync(before, Slice, token);
        if (went.Count > 0)
        {
            await ForgottenReceipts.AddAsync(db, went, token);
        }

        return went.Count;
    }

    private async Task<int> SlicesAsync(Func<TalksDb, OldRows, Task<int>> slice, CancellationToken token)
    {
        for (var all = 0; ;)
        {
            var went = await SliceAsync(slice, token);
            all += went;
            if (went < Slice)
            {
                return all;
            }

            await Task.Delay(Breath, time, token);
        }
    }

    private async Task<int> SliceAsync(Func<TalksDb, OldRows, Task<int>> slice, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        await using var turn = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
        var went = await slice(db, new OldRows(db));
        await turn.CommitAsync(token);
        return went;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot {Posts} posts and {Moments} moments older than {Keep}")]
    private partial void Forgotten(int posts, int moments, string keep);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is older than the desk keeps could not be taken away, and is tried again the next night: {Sentence}")]
    private partial void HeldUp(string sentence);
}
