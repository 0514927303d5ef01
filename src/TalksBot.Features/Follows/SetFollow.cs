using TalksBot.Core.Commands;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Follows;

/// <summary>A channel wants to hear the news otherwise.</summary>
internal sealed class SetFollow(RecordLookup find, FollowTerms terms, Threads threads, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "follow set", "change how a channel hears of the talks", Role.Chief, [Parameters.Talks, FollowInput.Channel, .. FollowInput.Settings])
    {
        FormTitle = "Edit a follow",
        Changes = true,
        Announces = true,
        Example = "/talks follow set us-japan-autos digest:07:30 priority:urgent",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !FollowInput.FollowOf(call, talks).Is(out var follow, out refusal)
            || !terms.Of(call, follow.Channel, follow.Settings).Is(out var settings, out refusal))
        {
            return refusal;
        }

        if (FollowInput.Settings.All(setting => call.Find(setting.Name) is null))
        {
            return Reply.Refuse($"Say what changes: {string.Join(", ", FollowInput.Settings.Select(setting => setting.Name))}.");
        }

        if (settings == follow.Settings)
        {
            return Reply.Refuse($"{follow.Channel} already follows {talks.Slug} like that; /talks follow show {talks.Slug} shows how.");
        }

        talks.SetFollow(follow, settings, call.Stamp(now));
        await threads.BeginAsync(talks, follow, now, token);
        return FollowReplies.Hears($"{follow.Channel} now follows {talks.Title} like this", talks, follow, terms.Usual, now);
    }
}
