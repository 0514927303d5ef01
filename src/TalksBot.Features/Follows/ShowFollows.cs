using TalksBot.Core.Commands;
using TalksBot.Core.Follows;
using TalksBot.Core.Posts;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Follows;

/// <summary>Shows which channels follow talks and how, this one first.</summary>
internal sealed class ShowFollows(Find find) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "follow show", "show which channels follow the talks, and how", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks follow show us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        var follows = talks.Follows
            .Where(follow => follow.RemovedAt is null)
            .OrderByDescending(follow => follow.Channel == call.Caller.Channel)
            .ToList();
        return follows.Count == 0
            ? Reply.Answer($"No channel follows {talks.Title} yet", new PostPiece.Line($"Follow from this one: /talks follow add {talks.Slug}"))
            : Reply.Answer($"{talks.Title}: {Typography.Count(follows.Count, "channel")}", [.. follows.Select(FollowWording.Show).SelectMany(Titled)]);
    }

    private static IEnumerable<PostPiece> Titled(Post follow) => follow.Pieces.Prepend(new PostPiece.Section(follow.Heading));
}
