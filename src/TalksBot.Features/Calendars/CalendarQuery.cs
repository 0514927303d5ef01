using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Calendars;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Access;
using TalksBot.Features.Archive;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Calendars;

/// <summary>Reads calendars: deadlines and sessions of the record as it stands at one moment.</summary>
public sealed class CalendarQuery
{
    /// <summary>The name of the calendar of all that a token opens.</summary>
    public const string All = "all";

    /// <summary>The name of the calendar of what a channel follows.</summary>
    public const string Follow = "follow";

    private static readonly StandingQuery<int, RecordSums?> OfAll = new((db, _, _) => db.Negotiations
        .GroupBy(_ => 1)
        .Select(all => new RecordSums(all.Count(), all.Sum(talks => (long)talks.Id), all.Sum(talks => (long)talks.Revision)))
        .SingleOrDefault());

    private readonly TalksDb _db;
    private readonly CalendarChannels _channels;
    private readonly Installation _installation;
    private readonly CalendarParts _parts;

    /// <summary>Reads with these.</summary>
    internal CalendarQuery(TalksDb db, CalendarChannels channels, Installation installation, CalendarParts parts) =>
        (_db, _channels, _installation, _parts) = (db, channels, installation, parts);

    /// <summary>The calendar of a name behind a door; null where there is none.</summary>
    /// <param name="door">The door, opened by a token.</param>
    /// <param name="name"><c>all</c> for all that the token opens, <c>follow</c> for what its channel follows, or the talks.</param>
    public async Task<CalendarReach?> FindAsync(OpenDoor door, string name, CancellationToken token)
    {
        var channel = await _channels.FindAsync(door.Token, token);
        var whole = new CalendarReach(door.Scope.Talks, channel);
        if (name == All || (name == Follow && channel is not null))
        {
            return whole;
        }

        return await Of(whole).Where(talks => talks.Slug == name).Select(talks => (int?)talks.Id).SingleOrDefaultAsync(token) is { } id ? new CalendarReach(id, Channel: null) : null;
    }

    /// <summary>
    /// What changes whenever a calendar may read otherwise: every change of talks is counted in them. Numbers are never given again, so of all talks
    /// there are the sums tell; which of them a channel follows is told one by one.
    /// </summary>
    public async Task<string> VersionAsync(CalendarReach reach, CancellationToken token)
    {
        if (reach is { Talks: null, Channel: null })
        {
            return await OfAll.RunAsync(_db, 0, token) is { } all ? string.Create(CultureInfo.InvariantCulture, $"{all.Count}/{all.Rows}/{all.Changes}") : "";
        }

        var shown = await Of(reach).OrderBy(talks => talks.Id).Select(talks => new { talks.Id, talks.Revision }).ToListAsync(token);
        return string.Join('/', shown.Select(talks => string.Create(CultureInfo.InvariantCulture, $"{talks.Id}.{talks.Revision}")));
    }

    /// <summary>The calendar's text, and its version at that moment.</summary>
    public async Task<(string Version, CalendarBytes Text)> WriteAsync(CalendarReach reach, CancellationToken token)
    {
        // Drawn the first time it is asked for, which is a write of its own.
        var feed = new CalendarFeed(await _installation.IdAsync(token));
        await using var moment = await ReadTransaction.BeginAsync(_db, token);
        var version = await VersionAsync(reach, token);
        var shown = await Of(reach).OrderBy(talks => talks.Id).Select(talks => new { talks.Id, talks.Revision, talks.Title }).ToListAsync(token);
        var blocks = shown.ToDictionary(talks => talks.Id, talks => _parts.Find(talks.Id, talks.Revision));
        var unwritten = shown.Where(talks => blocks[talks.Id] is null).ToDictionary(talks => talks.Id, talks => talks.Revision);
        foreach (var (id, written) in unwritten.Count == 0 ? [] : await ReadAsync(feed, [.. unwritten.Keys], token))
        {
            blocks[id] = written;
            _parts.Keep(id, unwritten[id], written);
        }

        var name = reach switch
        {
            { Talks: not null } => shown.Select(talks => talks.Title).FirstOrDefault(CalendarWording.Desk),
            { Channel: not null } => CalendarWording.Followed,
            _ => CalendarWording.Desk,
        };
        return (version, CalendarFeed.Write(name, shown.SelectMany(talks => blocks[talks.Id] ?? [])));
    }

    private async Task<Dictionary<int, IReadOnlyList<CalendarBlock>>> ReadAsync(CalendarFeed feed, IReadOnlyCollection<int> ids, CancellationToken token)
    {
        var talks = await _db.Negotiations.AsNoTracking().Where(known => ids.Contains(known.Id)).OrderBy(known => known.Id)
            .Include(known => known.Deadlines.OrderBy(deadline => deadline.Number))
            .Include(known => known.Sessions.OrderBy(session => session.Number))
            .AsSplitQuery().ToListAsync(token);
        var changes = await (
            from change in _db.Changes
            where ids.Contains(change.NegotiationId!.Value)
                && (change.Undoes != "" || (change.Verb != ChangeVerb.Acknowledged && change.Verb != ChangeVerb.Snoozed && change.Verb != ChangeVerb.Covered && (EF.Functions.Like(change.Subject, "D%") || EF.Functions.Like(change.Subject, "S%"))))
            select new CalendarChange(change.NegotiationId!.Value, change.Subject, change.Verb, change.At, change.Act, change.Undoes)).ToListAsync(token);
        var histories = CalendarHistory.Of(changes);
        return talks.ToDictionary(known => known.Id, known => feed.Blocks(known, histories));
    }

    private IQueryable<Negotiation> Of(CalendarReach reach)
    {
        var (id, channel) = (reach.Talks, reach.Channel);
        return id is not null ? _db.Negotiations.Where(talks => talks.Id == id)
            : channel is not null ? _db.Negotiations.Where(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null))
            : _db.Negotiations;
    }
}

/// <summary>How many talks there are, and the sums of their rows and of their changes.</summary>
internal sealed record RecordSums(int Count, long Rows, long Changes);

/// <summary>Of what a calendar is.</summary>
/// <param name="Talks">The row of the talks; null for none alone.</param>
/// <param name="Channel">The channel whose follows it shows; null for none.</param>
public sealed record CalendarReach(int? Talks, ChannelAddress? Channel);
