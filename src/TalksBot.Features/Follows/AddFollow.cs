using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Follows;

/// <summary>Channels begin to follow talks, or follow again after they were removed or muted.</summary>
internal sealed class AddFollow(RecordLookup find, PlanFollows plan, FollowTerms terms, Threads threads, IClock clock) : IDeclaredCommand, IAskFirst
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "follow add",
        "tell channels of the talks",
        Role.Chief,
        [Parameters.Talks, FollowInput.Channel with { Summary = "the channel, or several: terminal:desk, slack:main/C0123; this one when left out" }, PlanFollows.Like, .. FollowInput.Settings])
    {
        Changes = true,
        Announces = true,
        Example = "/talks follow add us-japan-autos zone:Tokyo digest:08:00 ladder:\"24h, 1h, 15m, 0\"",
    };

    /// <inheritdoc/>
    /// <remarks>Channels that follow other talks are not asked about: posts arrive there.</remarks>
    public async Task<Reply?> AskAsync(CommandCall call, CancellationToken token)
    {
        if (!FollowInput.ChannelsOf(call).Is(out var channels, out var refusal))
        {
            return refusal;
        }

        if (call.Find(FollowInput.Channel.Name) is null && call.Find(PlanFollows.Like.Name) is { } like && TypedChannel.Read(call, like) is null)
        {
            return null;
        }

        var refusals = new List<Reply>();
        foreach (var channel in channels)
        {
            refusals.AddRange(await terms.RefuseAsync(channel, token) is { } unfit ? [unfit] : []);
        }

        return refusals.Count < 2 ? refusals.FirstOrDefault() : new Reply(Refused: true, new Post(
            $"{refusals.Count} of {channels.Count} channels cannot be posted to, so none follows yet.",
            Severity.Trouble,
            [.. refusals.Select(unfit => new PostPiece.Line(unfit.Body.Heading))]));
    }

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !(await plan.OfAsync(call, talks, token)).Is(out var planned, out refusal))
        {
            return refusal;
        }

        var known = planned.Count == 1 ? [] : planned.Select(one => one.Channel).Intersect(talks.Listening.Select(follow => follow.Channel)).ToList();
        var begun = new List<Follow>();
        foreach (var (channel, settings) in planned.Where(one => !known.Contains(one.Channel)))
        {
            var (follow, fault) = talks.AddFollow(channel, settings, call.Stamp(now));
            if (follow is null)
            {
                return Reply.Refuse(fault!, Otherwise(call));
            }

            begun.Add(follow);
        }

        if (begun.Count == 0)
        {
            return Reply.Refuse($"All of these channels follow {talks.Slug} already; /talks follow show {talks.Slug} shows how.");
        }

        foreach (var follow in begun)
        {
            await threads.BeginAsync(talks, follow, now, token);
        }

        return planned.Count == 1
            ? FollowReplies.Hears($"{begun[0].Channel} follows {talks.Title}", talks, begun[0], terms.Usual, now)
            : FollowReplies.Hear(talks, begun, known, terms.Usual, now);
    }

    /// <summary>A channel that follows already may be meant to hear the news otherwise.</summary>
    private static IReadOnlyList<PostButton> Otherwise(CommandCall call)
    {
        var changes = FollowInput.Settings.Select(setting => (setting.Name, Value: call.Find(setting.Name))).Where(setting => setting.Value is not null).ToList();
        return changes.Count == 0
            ? []
            : [new PostButton("Change how it follows", CommandCall.Written(SetFollow.Spec.Path, [("talks", call["talks"]), .. call.Find(FollowInput.Channel.Name) is { } channel ? [(FollowInput.Channel.Name, channel)] : Array.Empty<(string, string)>(), .. changes.Select(change => (change.Name, change.Value!))]))];
    }
}
