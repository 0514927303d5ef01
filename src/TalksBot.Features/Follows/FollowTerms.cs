using System.Diagnostics;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Follows;

/// <summary>Whether a channel can follow, and how: as its platform reads it, and as the desk is used to where nothing is said.</summary>
internal sealed class FollowTerms(IEnumerable<IPlatform> platforms, IOptions<DeskOptions> desk)
{
    private const string Nobody = "nobody";

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

    /// <summary>True where a connection serves the channel, or this process cannot know.</summary>
    public bool Serves(ChannelAddress channel) => !platforms.Any() || platforms.Any(connection => connection.Name == channel.ConnectionName);

    /// <summary>The settings given, and the others as they were.</summary>
    /// <param name="call">The command.</param>
    /// <param name="channel">The channel they are for; its platform reads the mention.</param>
    /// <param name="before">The others.</param>
    public Found<FollowSettings> Of(CommandCall call, ChannelAddress channel, FollowSettings before) =>
        !FollowInput.SettingsOf(call, before).Is(out var settings, out var refusal)
            || !Whom(call, "mention", channel, settings.Mention).Is(out var mentioned, out refusal)
            || !Whom(call, "escalate", channel, settings.Escalate).Is(out var escalated, out refusal)
            ? refusal
            : settings.Thread && platforms.FirstOrDefault(connection => connection.Name == channel.ConnectionName) is { Capabilities.HasThreads: false } flat
            ? Reply.Refuse($"{flat.Name} has no threads; leave thread out, and posts come in the channel itself.")
            : settings with { Mention = mentioned.Mention, Escalate = escalated.Mention };

    /// <summary>The desk's own habits; a channel that was muted keeps those it had.</summary>
    public FollowSettings Habits(Negotiation talks, ChannelAddress channel) =>
        talks.Follows.FirstOrDefault(known => known.Channel == channel && known.RemovedAt is null)?.Settings
        ?? Usual;

    /// <summary>What a follow is like where nothing is said.</summary>
    public FollowSettings Usual => new(desk.Value.HomeClock, DigestHour, desk.Value.CountdownLadder, WirePriority.Regular, Mention: null);

    /// <summary>Whom a parameter names; as before when it was not given.</summary>
    private Found<Target> Whom(CommandCall call, string parameter, ChannelAddress channel, string? before)
    {
        if (!ArgumentReader.Words(call, (parameter, UserText.LineLimit)).Is(out var words, out var refusal))
        {
            return refusal;
        }

        return words[parameter] switch
        {
            "" => new Target(before),
            var target when target.Equals(Nobody, StringComparison.OrdinalIgnoreCase) => new Target(Mention: null),
            var target => Read(channel, target) switch
            {
                MentionReading.Understood it => new Target(it.Mention),
                MentionReading.Refused it => Reply.Refuse(it.Why),
                _ => throw new UnreachableException(),
            },
        };
    }

    /// <summary>Where no connection serves the channel nobody can read it, and it is kept as it was typed.</summary>
    private MentionReading Read(ChannelAddress channel, string target) =>
        platforms.FirstOrDefault(connection => connection.Name == channel.ConnectionName)?.ReadMention(target)
        ?? new MentionReading.Understood(target);

    /// <summary>Somebody to notify; null for nobody.</summary>
    private sealed record Target(string? Mention);
}
