using TalksBot.Core.Commands;
using TalksBot.Features.Agenda;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Follows;

/// <summary>A channel begins to follow talks, or follows again after it was removed or muted.</summary>
internal sealed class AddFollow(RecordLookup find, FollowTerms terms, AgendaPlanner agenda, IClock clock) : IDeclaredCommand, IAskFirst
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "follow add", "tell a channel of the talks", Role.Chief, [Parameters.Talks, FollowInput.Channel, .. FollowInput.Settings])
    {
        Changes = true,
        Announces = true,
        Example = "/talks follow add us-japan-autos zone:Tokyo digest:08:00 ladder:\"24h, 1h, 15m, 0\"",
    };

    /// <inheritdoc/>
    public async Task<Reply?> AskAsync(CommandCall call, CancellationToken token) =>
        FollowInput.ChannelOf(call).Is(out var channel, out var refusal) ? await terms.RefuseAsync(channel, token) : refusal;

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !FollowInput.ChannelOf(call).Is(out var channel, out refusal)
            || !terms.Of(call, channel, terms.Habits(talks, channel)).Is(out var settings, out refusal))
        {
            return refusal;
        }

        var (follow, fault) = talks.AddFollow(channel, settings, call.Stamp(now));
        if (follow is null)
        {
            return Reply.Refuse(fault!);
        }

        await agenda.ReplanAsync(talks, now, token);
        return FollowReplies.Hears($"{channel} follows {talks.Title}", talks, follow, terms.Usual, now);
    }
}
