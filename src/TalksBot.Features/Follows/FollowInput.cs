using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Talks;

namespace TalksBot.Features.Follows;

/// <summary>Reads how a channel wants to hear the news.</summary>
internal static class FollowInput
{
    private const string NoDigest = "none";
    private const string NeverQuiet = "none";
    private const int MostChannels = 50;
    private const string Yes = "yes";
    private const string No = "no";

    public static readonly ParameterSpec Channel = new("channel", ParameterKind.Channel, "the channel, such as terminal:desk; this one when left out") { NamedOnly = true };

    public static readonly IReadOnlyList<ParameterSpec> Settings =
    [
        new("zone", ParameterKind.Zone, "the channel's own clock, on which its digest hour is read") { NamedOnly = true, Reads = TalksInput.IsZone },
        new("digest", ParameterKind.Text, "when the daily digest comes, such as 08:00 or 8am, or none") { NamedOnly = true, Reads = text => HourText.TryParse(text, out _) },
        new("ladder", ParameterKind.Text, "how long before a deadline it is told: 24h, 1h, 15m, 0") { NamedOnly = true, Reads = text => Ladder.TryParse(text, out _) },
        new("priority", ParameterKind.Choice, "the least urgent updates it hears at once; others wait for the digest.")
        {
            NamedOnly = true,
            Choices = ["flash", "bulletin", "urgent", "regular", "deferred"],
        },
        new("mention", ParameterKind.Person, "whom a bulletin notifies, in the platform's own words, or nobody") { NamedOnly = true },
        new("quiet", ParameterKind.Text, "when the channel sleeps on its own clock, such as 22:00-07:00 or 11pm to 7am, or none") { NamedOnly = true, Reads = text => QuietHours.TryParse(text, out _) },
        new("escalate", ParameterKind.Person, "whom to mention when nobody acknowledges a close alert, in the platform's own words, or nobody") { NamedOnly = true },
        new("live", ParameterKind.Choice, "yes keeps one pinned message that always shows where the talks stand.") { NamedOnly = true, Choices = [Yes, No] },
        new("thread", ParameterKind.Choice, "yes posts everything about these talks in one thread of the channel.") { NamedOnly = true, Choices = [Yes, No] },
    ];

    /// <summary>The channel named, else the one the command came from.</summary>
    public static Found<ChannelAddress> ChannelOf(CommandCall call)
    {
        if (!ChannelsOf(call).Is(out var channels, out var refusal))
        {
            return refusal;
        }

        return channels.Count == 1 ? channels[0] : Reply.Refuse("Several channels are named; one is meant here.");
    }

    /// <summary>The channels named, each once, else the one the command came from.</summary>
    public static Found<IReadOnlyList<ChannelAddress>> ChannelsOf(CommandCall call)
    {
        if (call.Find(Channel.Name) is null)
        {
            return new List<ChannelAddress> { call.Caller.Channel };
        }

        if (!ArgumentReader.Words(call, (Channel.Name, MostChannels * ChannelAddress.LongestLength)).Is(out var words, out var refusal))
        {
            return refusal;
        }

        var channels = new List<ChannelAddress>();
        foreach (var typed in words[Channel.Name].Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (TypedChannel.Read(call, typed) is not { } channel)
            {
                return TypedChannel.Refuse(typed);
            }

            channels.Add(channel);
        }

        return channels.Count is 0 or > MostChannels
            ? Reply.Refuse($"Name 1 to {MostChannels} channels, such as terminal:desk, slack:main/C0123.")
            : channels.Distinct().ToList();
    }

    /// <summary>The follow of the channel meant.</summary>
    public static Found<Follow> FollowOf(CommandCall call, Negotiation talks)
    {
        if (!ChannelOf(call).Is(out var channel, out var refusal))
        {
            return refusal;
        }

        var follow = talks.Follows.FirstOrDefault(known => known.Channel == channel && known.RemovedAt is null);
        return follow is not null
            ? follow
            : Reply.Refuse($"{channel} does not follow {talks.Slug}; /talks follow show {talks.Slug} lists the channels that do.");
    }

    /// <summary>The settings given that mean the same on every platform, and the others as they were.</summary>
    public static Found<FollowSettings> SettingsOf(CommandCall call, FollowSettings before)
    {
        if (!TalksInput.Zone(call, before.Clock).Is(out var clock, out var refusal)
            || !WithDigest(call, before with { Clock = clock }).Is(out var settings, out refusal)
            || !WithLadder(call, settings).Is(out settings, out refusal)
            || !WithQuiet(call, settings).Is(out settings, out refusal))
        {
            return refusal;
        }

        settings = call.Find("live") is { } live ? settings with { Live = live.Equals(Yes, StringComparison.OrdinalIgnoreCase) } : settings;

        settings = call.Find("thread") is { } thread ? settings with { Thread = thread.Equals(Yes, StringComparison.OrdinalIgnoreCase) } : settings;

        return call.Find("priority") is { } priority
            ? settings with { LeastPriority = Enum.Parse<WirePriority>(priority, ignoreCase: true) }
            : settings;
    }

    private static Found<FollowSettings> WithDigest(CommandCall call, FollowSettings settings)
    {
        var typed = call.Find("digest");
        if (typed is null || typed.Equals(NoDigest, StringComparison.OrdinalIgnoreCase))
        {
            return typed is null ? settings : settings with { DigestAt = null };
        }

        return HourText.TryParse(typed, out var hour)
            ? settings with { DigestAt = hour }
            : Reply.Refuse($"“{Echo.Of(typed)}” is no hour; write digest:08:00 or digest:8am, or digest:{NoDigest} for no digest.");
    }

    private static Found<FollowSettings> WithLadder(CommandCall call, FollowSettings settings)
    {
        if (call.Find("ladder") is not { } typed)
        {
            return settings;
        }

        return Ladder.TryParse(typed, out var ladder)
            ? settings with { Ladder = ladder }
            : Reply.Refuse($"The ladder cannot be read; write at most {Ladder.MostRungs} lengths of time such as ladder:24h, 1h, 15m, 0.");
    }

    private static Found<FollowSettings> WithQuiet(CommandCall call, FollowSettings settings)
    {
        var typed = call.Find("quiet");
        if (typed is null || typed.Equals(NeverQuiet, StringComparison.OrdinalIgnoreCase))
        {
            return typed is null ? settings : settings with { Quiet = null };
        }

        return QuietHours.TryParse(typed, out var quiet)
            ? settings with { Quiet = quiet }
            : Reply.Refuse($"“{Echo.Of(typed)}” are no hours; write quiet:22:00-07:00 or quiet:11pm to 7am, or quiet:{NeverQuiet} for a channel that never sleeps.");
    }
}
