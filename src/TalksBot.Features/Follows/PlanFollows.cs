using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Follows;

/// <summary>Which channels are to follow and how: as the desk is used to, like another channel, or each as it follows other talks.</summary>
internal sealed class PlanFollows(TalksDb db, TalksNames names, FollowTerms terms)
{
    private const int MostChoices = 5;

    /// <summary>Whom to be like.</summary>
    public static readonly ParameterSpec Like = new("like", ParameterKind.Talks, "a channel to follow like, or other talks, whose channels then follow these too") { NamedOnly = true };

    /// <summary>The channels that <c>follow add</c> names, each with how it is to hear the news.</summary>
    public async Task<Found<IReadOnlyList<PlannedFollow>>> OfAsync(CommandCall call, Negotiation talks, CancellationToken token)
    {
        if (!FollowInput.ChannelsOf(call).Is(out var channels, out var refusal)
            || !(await PatternAsync(call, token)).Is(out var pattern, out refusal))
        {
            return refusal;
        }

        if (pattern.Each is not { } each)
        {
            return Read(call, channels.Select(channel => new PlannedFollow(channel, pattern.For(channel) ?? terms.Habits(talks, channel))));
        }

        if (call.Find(FollowInput.Channel.Name) is null)
        {
            return Read(call, each);
        }

        var missing = channels.Except(each.Select(follow => follow.Channel)).ToList();
        return missing.Count > 0
            ? Reply.Refuse($"{Typography.And([.. missing.Select(channel => $"{channel}")])} {(missing.Count == 1 ? "does" : "do")} not follow {Echo.Of(call[Like.Name])}, so there is nothing to be like.")
            : Read(call, each.Where(follow => channels.Contains(follow.Channel)));
    }

    /// <summary>What follows are to be like; an empty pattern where nothing is said.</summary>
    public async Task<Found<FollowPattern>> PatternAsync(CommandCall call, CancellationToken token)
    {
        if (call.Find(Like.Name) is not { } typed)
        {
            return new FollowPattern(One: null, Each: null);
        }

        if (TypedChannel.Read(call, typed) is { } channel)
        {
            return await LastAsync(channel, token) is { } last
                ? new FollowPattern(last, Each: null)
                : Reply.Refuse($"{channel} follows no talks, so there is nothing to be like.");
        }

        var slugs = await names.SlugsAsync(typed, token);
        if (slugs.Count != 1)
        {
            return slugs.Count == 0
                ? Reply.Refuse($"“{Echo.Of(typed)}” is neither talks nor a channel; write like:us-japan-autos or like:terminal:desk.")
                : Reply.Refuse($"Several talks are called “{Echo.Of(typed)}”; say which you mean.", [.. slugs.Take(MostChoices).Select(slug => new PostButton(slug, call.Retyped(Like.Name, slug)))]);
        }

        var model = await db.Negotiations.AsNoTracking().Include(known => known.Follows).SingleAsync(known => known.Slug == slugs[0], token);
        var each = model.Listening.Select(follow => new PlannedFollow(follow.Channel, follow.Settings)).ToList();
        return each.Count == 0 ? Reply.Refuse($"No channel follows {slugs[0]}, so there is nothing to be like.") : new FollowPattern(One: null, each);
    }

    /// <summary>How the channel follows talks, of several those that it followed last.</summary>
    private async Task<PlannedFollow?> LastAsync(ChannelAddress channel, CancellationToken token) =>
        await db.Follows.AsNoTracking().Where(follow => follow.Channel == channel && follow.RemovedAt == null).OrderByDescending(follow => follow.Id).FirstOrDefaultAsync(token) is { } follow
            ? new PlannedFollow(channel, follow.Settings)
            : null;

    /// <summary>What is said beside it goes before what a pattern says.</summary>
    private Found<IReadOnlyList<PlannedFollow>> Read(CommandCall call, IEnumerable<PlannedFollow> planned)
    {
        var read = new List<PlannedFollow>();
        foreach (var (channel, before) in planned)
        {
            if (!terms.Of(call, channel, before).Is(out var settings, out var refusal))
            {
                return refusal;
            }

            // A copy for each: the record keeps the settings of a follow as its own.
            read.Add(new PlannedFollow(channel, settings with { }));
        }

        return read;
    }
}

/// <summary>A channel that is to follow.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Settings">How it is to hear the news.</param>
internal sealed record PlannedFollow(ChannelAddress Channel, FollowSettings Settings);

/// <summary>What follows are to be like.</summary>
/// <param name="One">A channel, for whichever follows; null where other talks are meant, or nothing.</param>
/// <param name="Each">The channels of other talks, each as it follows those; null where one channel is meant, or nothing.</param>
internal sealed record FollowPattern(PlannedFollow? One, IReadOnlyList<PlannedFollow>? Each)
{
    /// <summary>How a channel follows by the pattern of one; null where there is none. Whom to mention means nothing on another connection.</summary>
    public FollowSettings? For(ChannelAddress channel) => One is null ? null
        : channel.ConnectionName == One.Channel.ConnectionName ? One.Settings
        : One.Settings with { Mention = null, Escalate = null };
}
