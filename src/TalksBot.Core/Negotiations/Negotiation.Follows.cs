using TalksBot.Core.Channels;

namespace TalksBot.Core.Negotiations;

/// <summary>The channels that follow the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<Follow> _follows = [];

    /// <summary>Every follow there ever was, in the order they began.</summary>
    public IReadOnlyList<Follow> Follows => _follows;

    /// <summary>The follows that are told now.</summary>
    public IEnumerable<Follow> Listening => _follows.Where(follow => follow.IsListening);

    /// <summary>A channel begins to follow, or follows again; null and a sentence when refused.</summary>
    public (Follow? Follow, string? Refusal) AddFollow(ChannelAddress channel, FollowSettings settings, Stamp stamp)
    {
        var known = _follows.Find(follow => follow.Channel == channel);
        var refusal = RefuseWhenClosed()
            ?? (known is { IsListening: true } ? $"{channel} already follows {Slug}; change it with follow set." : null);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        Keep(stamp, channel.ToString(), ChangeVerb.Added, ChangeValue.None, new ChangeValue.Following(settings));
        if (known is null)
        {
            known = new Follow(channel, settings, stamp.At);
            _follows.Add(known);
        }
        else
        {
            known.Renew(settings, stamp.At);
        }

        return (known, null);
    }

    /// <summary>A follow hears the news otherwise.</summary>
    public void SetFollow(Follow follow, FollowSettings settings, Stamp stamp)
    {
        Keep(stamp, follow.Channel.ToString(), ChangeVerb.Set, new ChangeValue.Following(follow.Settings), new ChangeValue.Following(settings));
        follow.Set(settings);
    }

    /// <summary>A channel does not follow any more.</summary>
    public void RemoveFollow(Follow follow, Stamp stamp)
    {
        Keep(stamp, follow.Channel.ToString(), ChangeVerb.Removed, new ChangeValue.Following(follow.Settings), ChangeValue.None);
        follow.Remove(stamp.At);
    }

    /// <summary>A channel cannot be posted to: it is told nothing until somebody follows from it again.</summary>
    public void MuteFollow(Follow follow, string why, Stamp stamp)
    {
        Keep(stamp, follow.Channel.ToString(), ChangeVerb.Muted, new ChangeValue.Following(follow.Settings), ChangeValue.Of(why));
        follow.Mute(why);
    }
}
