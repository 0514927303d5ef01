using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Follows;

/// <summary>Whether a channel can follow, and what it hears when nothing is said.</summary>
internal sealed class NewFollow(IEnumerable<IPlatform> platforms, IOptions<DeskOptions> desk)
{
    private static readonly LocalTime DigestHour = new(8, 0);

    /// <summary>Asks the platform that serves the channel; a process without platforms leaves that to the worker's first post.</summary>
    /// <returns>Null when posts would succeed, else the refusal.</returns>
    public async Task<Reply?> RefuseAsync(ChannelAddress channel, CancellationToken token)
    {
        var known = platforms.ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var platform = known.Find(connection => connection.Name == channel.ConnectionName);
        if (platform is null)
        {
            return Reply.Refuse($"No connection serves {channel}; those there are: {string.Join(", ", known.Select(connection => connection.Name))}.");
        }

        return await platform.CheckAsync(channel, token) is ChannelCheck.Faulty faulty
            ? Reply.Refuse($"{channel} cannot be posted to: {faulty.Why.TrimEnd('.')}. {faulty.Mend}")
            : null;
    }

    /// <summary>The desk's own habits; a channel that was muted keeps those it had.</summary>
    public FollowSettings Habits(Negotiation talks, ChannelAddress channel) =>
        talks.Follows.FirstOrDefault(known => known.Channel == channel && known.RemovedAt is null)?.Settings
        ?? new FollowSettings(desk.Value.HomeClock, DigestHour, desk.Value.CountdownLadder, WirePriority.Regular, Mention: null);
}
