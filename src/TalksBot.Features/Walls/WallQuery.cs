using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Core.Walls;
using TalksBot.Features.Settings;
using TalksBot.Features.Upkeep;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Walls;

/// <summary>Reads what a wall shows: the record as it stands at one moment, and how the bot itself is.</summary>
public sealed class WallQuery
{
    /// <summary>So many talks of each order are read: those with the next deadlines and sessions, and those that changed last.</summary>
    private const int Most = 12;

    private readonly TalksDb _db;
    private readonly RecordParts _parts;
    private readonly TalksOrder _order;
    private readonly DeskHealth _health;
    private readonly WallClock _home;

    /// <summary>Reads with these.</summary>
    internal WallQuery(TalksDb db, RecordParts parts, TalksOrder order, DeskHealth health, IOptions<DeskOptions> desk) =>
        (_db, _parts, _order, _health, _home) = (db, parts, order, health, desk.Value.HomeClock);

    /// <summary>Reads it.</summary>
    /// <param name="only">The row of the talks that are shown; null for all of the desk.</param>
    /// <param name="now">The moment.</param>
    public async Task<WallView> ReadAsync(int? only, Instant now, CancellationToken token)
    {
        await using var looking = await ReadTransaction.BeginAsync(_db, token);
        var talks = await TalksAsync(only, now, token);
        foreach (var known in talks)
        {
            await _parts.DifferingAsync(known, token);
            await _parts.LatestAsync(known, skipped: 0, WallPlan.UpdatesRead, token);
            if (known.ChangedAt > now - WallPlan.MarkedFor)
            {
                await _parts.NewsAsync(known, now - WallPlan.MarkedFor, now, WallPlan.UpdatesRead, token);
            }
        }

        var title = only is null ? WallWording.Desk : talks.Select(known => known.Title).FirstOrDefault(WallWording.Desk);
        return new WallView(new WallPlan(_home, now).Of(title, talks) with { IsDesk = only is null }, WallHealth.Of(await _health.ReadAsync(now, token)));
    }

    private async Task<IReadOnlyList<Negotiation>> TalksAsync(int? only, Instant now, CancellationToken token)
    {
        if (only is { } row)
        {
            return await _db.Negotiations.Where(known => known.Id == row).Head().ToListAsync(token);
        }

        var soonest = await _order.SoonestAsync(0, Most, token);
        var coming = await _order.ComingAsync(now, Most, token);
        var changed = await _db.Negotiations.OrderByDescending(known => known.ChangedAt).Select(known => known.Id).Take(Most).ToListAsync(token);
        var rows = soonest.Concat(coming).Concat(changed).ToHashSet();
        return await _db.Negotiations.Where(known => rows.Contains(known.Id)).OrderBy(known => known.Id).Head().ToListAsync(token);
    }
}

/// <summary>What a wall shows.</summary>
/// <param name="Board">The record.</param>
/// <param name="Health">The bot itself.</param>
public sealed record WallView(WallBoard Board, WallHealth Health);

/// <summary>How the bot itself is, as far as a wall tells.</summary>
/// <param name="Connections">The connections there are.</param>
/// <param name="Waiting">How many posts and changes are late.</param>
/// <param name="Works">Agenda and outbox do what is due.</param>
public sealed record WallHealth(IReadOnlyList<WallConnection> Connections, int Waiting, bool Works)
{
    internal static WallHealth Of(Health health) => new(
        [.. health.Connections.Select(name => new WallConnection(name, health.Down.All(pause => pause.Connection != name)))],
        health.IsBehind ? health.Waiting : 0,
        health.Works);
}

/// <summary>A connection to a platform.</summary>
/// <param name="Name">As in <c>discord:main</c>.</param>
/// <param name="Takes">It takes posts.</param>
public sealed record WallConnection(string Name, bool Takes);
