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

    private readonly TalksDb _db;
    private readonly CalendarChannels _channels;
    private readonly Installation _installation;

    /// <summary>Reads with these.</summary>
    internal CalendarQuery(TalksDb db, CalendarChannels channels, Installation installation) => (_db, _channels, _installation) = (db, channels, installation);

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

    /// <summary>What changes whenever a calendar may read otherwise: every change of talks is counted in them, and numbers are never given again.</summary>
    public async Task<string> VersionAsync(CalendarReach reach, CancellationToken token) =>
        await Of(reach).GroupBy(_ => 1).Select(all => new { Count = all.Count(), Rows = all.Sum(talks => (long)talks.Id), Changes = all.Sum(talks => (long)talks.Revision) }).SingleOrDefaultAsync(token) is { } found
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{found.Count}/{found.Rows}/{found.Changes}")
            : "";

    /// <summary>The calendar's text, and its version at that moment.</summary>
    public async Task<(string Version, string Text)> WriteAsync(CalendarReach reach, CancellationToken token)
    {
        // Drawn the first time it is asked for, which is a write of its own.
        var feed = new CalendarFeed(await _installation.IdAsync(token));
        await using var moment = await ReadTransaction.BeginAsync(_db, token);
        var version = await VersionAsync(reach, token);
        var talks = await Of(reach).AsNoTracking().OrderBy(known => known.Id)
            .Include(known => known.Deadlines.OrderBy(deadline => deadline.Number))
            .Include(known => known.Sessions.OrderBy(session => session.Number))
            .AsSplitQuery().ToListAsync(token);
        var changes = await (
            from change in _db.Changes
            join known in Of(reach) on change.NegotiationId equals known.Id
            where change.Undoes != "" || (change.Verb != ChangeVerb.Acknowledged && change.Verb != ChangeVerb.Snoozed && change.Verb != ChangeVerb.Covered && (EF.Functions.Like(change.Subject, "D%") || EF.Functions.Like(change.Subject, "S%")))
            select new CalendarChange(known.Id, change.Subject, change.Verb, change.At, change.Act, change.Undoes)).ToListAsync(token);
        var name = reach switch
        {
            { Talks: not null } => talks.Select(known => known.Title).FirstOrDefault(CalendarWording.Desk),
            { Channel: not null } => CalendarWording.Followed,
            _ => CalendarWording.Desk,
        };
        return (version, feed.Write(name, talks, CalendarHistory.Of(changes)));
    }

    private IQueryable<Negotiation> Of(CalendarReach reach)
    {
        var (id, channel) = (reach.Talks, reach.Channel);
        return id is not null ? _db.Negotiations.Where(talks => talks.Id == id)
            : channel is not null ? _db.Negotiations.Where(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null))
            : _db.Negotiations;
    }
}

/// <summary>Of what a calendar is.</summary>
/// <param name="Talks">The row of the talks; null for none alone.</param>
/// <param name="Channel">The channel whose follows it shows; null for none.</param>
public sealed record CalendarReach(int? Talks, ChannelAddress? Channel);
