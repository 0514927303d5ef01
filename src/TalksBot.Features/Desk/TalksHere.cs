using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Storage;

namespace TalksBot.Features.Desk;

/// <summary>What a channel follows, for questions that name no talks.</summary>
internal sealed class TalksHere(TalksDb db, IOptions<DeskOptions> desk)
{
    /// <summary>The talks that the channel follows, closed ones too.</summary>
    public IQueryable<Negotiation> FollowedIn(ChannelAddress channel) =>
        db.Negotiations.Where(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null));

    /// <summary>The channel's own clock: that of its latest follow, else the desk's.</summary>
    public async Task<WallClock> ClockAsync(ChannelAddress channel, CancellationToken token) =>
        await db.Follows
            .Where(follow => follow.Channel == channel && follow.RemovedAt == null)
            .OrderByDescending(follow => follow.Id)
            .Select(follow => follow.Settings.Clock)
            .FirstOrDefaultAsync(token)
        ?? desk.Value.HomeClock;
}
