using TalksBot.Core.Commands;
using TalksBot.Core.Follows;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Follows;

/// <summary>Shows which channels follow talks and what differs from the desk's habits, this one first; or all about one channel.</summary>
internal sealed class ShowFollows(RecordLookup find, FollowTerms terms) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "follow show",
        "show which channels follow the talks, and how",
        Role.Reader,
        [Parameters.TalksOrHere, FollowInput.Channel with { Summary = "all about this channel, such as terminal:desk; or several, a line each" }, ListPage.Parameter])
    {
        Example = "/talks follow show us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        if (!FollowInput.ChannelsOf(call).Is(out var named, out refusal))
        {
            return refusal;
        }

        if (call.Find(FollowInput.Channel.Name) is not null && named.Count == 1)
        {
            return FollowInput.FollowOf(call, talks).Is(out var one, out refusal) ? Reply.Answer(FollowWording.Show(one)) : refusal;
        }

        var follows = page.Of(talks.Follows
            .Where(follow => follow.RemovedAt is null && (named.Count == 1 || named.Contains(follow.Channel)))
            .OrderByDescending(follow => follow.Channel == call.Caller.Channel)
            .ThenByDescending(follow => follow.MutedBecause is not null));
        if (follows.Total == 0 && named.Count > 1)
        {
            return Reply.Refuse($"None of these channels follows {talks.Slug}; /talks follow show {talks.Slug} lists those that do.");
        }

        return follows.Total == 0
            ? Reply.Answer($"No channel follows {talks.Title} yet", new PostPiece.Line($"Follow from this one: /talks follow add {talks.Slug}"))
            : page.Show(call, follows, new Post(
                $"{talks.Title}: {Typography.Count(follows.Total, "channel")}", Severity.Calm, [.. follows.Items.Select(follow => new PostPiece.Line(FollowWording.Line(follow, terms.Usual)))]));
    }
}
