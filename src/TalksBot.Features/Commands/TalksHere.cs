using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Storage;

namespace TalksBot.Features.Commands;

/// <summary>What a channel follows, for questions that name no talks.</summary>
internal sealed class TalksHere(TalksDb db, IOptions<DeskOptions> desk)
{
    /// <summary>The talks that the channel follows, closed ones too.</summary>
    public IQueryable<Negotiation> FollowedIn(ChannelAddress channel) =>
        db.Negotiations.Where(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null));

    /// <summary>The only open talks that the channel follows, or where it follows none the only ones there are; null where there are several, or none.</summary>
    public async Task<string?> OnlyAsync(ChannelAddress channel, CancellationToken token)
    {
        var slugs = await OpenAsync(FollowedIn(channel), token);
        slugs = slugs.Count > 0 ? slugs : await OpenAsync(db.Negotiations, token);
        return slugs.Count == 1 ? slugs[0] : null;
    }

    private static Task<List<string>> OpenAsync(IQueryable<Negotiation> talks, CancellationToken token) =>
        talks.Where(known => known.Status != TalksStatus.Closed).OrderBy(known => known.Id).Select(known => known.Slug).Take(2).ToListAsync(token);

    /// <summary>
    /// The talks that the channel follows, else all there are: those still open, and those closed since, for that they closed is
    /// news. Of many the heads of those that changed last are read.
    /// </summary>
    /// <param name="from">Since when.</param>
    public async Task<StirredTalks> StirredAsync(ChannelAddress channel, Instant from, CancellationToken token)
    {
        var followed = await StirredAsync(FollowedIn(channel), from, token);
        return followed.Talks.Count > 0 ? followed : await StirredAsync(db.Negotiations, from, token);
    }

    private static async Task<StirredTalks> StirredAsync(IQueryable<Negotiation> talks, Instant from, CancellationToken token)
    {
        var all = talks.Where(known => known.ChangedAt > from);
        var changed = await all.OrderByDescending(known => known.ChangedAt).ThenBy(known => known.Id).Take(StirredTalks.Most).Head().ToListAsync(token);
        var unchanged = await talks.Where(known => known.ChangedAt <= from && known.Status != TalksStatus.Closed)
            .OrderBy(known => known.Slug).Take(StirredTalks.Most).ToListAsync(token);
        var others = changed.Count < StirredTalks.Most ? 0 : await all.CountAsync(token) - changed.Count;
        return new StirredTalks([.. changed.Concat(unchanged).OrderBy(known => known.Slug, StringComparer.Ordinal)], others);
    }

    /// <summary>Until when digests told the channel of all that it follows, or since when it follows where none came yet; null where it has none to come.</summary>
    public async Task<Instant?> DigestedUntilAsync(ChannelAddress channel, CancellationToken token)
    {
        var until = await db.Follows
            .Where(follow => follow.Channel == channel && follow.RemovedAt == null && follow.Settings.DigestAt != null
                && db.Negotiations.Any(talks => talks.Id == follow.NegotiationId && talks.Status != TalksStatus.Closed))
            .Select(follow => follow.DigestedUntil)
            .ToListAsync(token);
        return until.Count == 0 ? null : until.Min();
    }

    /// <summary>The channel's own clock: that of its latest follow, else the desk's.</summary>
    public async Task<WallClock> ClockAsync(ChannelAddress channel, CancellationToken token) =>
        await db.Follows
            .Where(follow => follow.Channel == channel && follow.RemovedAt == null)
            .OrderByDescending(follow => follow.Id)
            .Select(follow => follow.Settings.Clock)
            .FirstOrDefaultAsync(token)
        ?? desk.Value.HomeClock;
}
