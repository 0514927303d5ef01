using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>Sets one account against another; both are posted side by side and nobody is said to be right.</summary>
internal sealed class DisputeUpdate(RecordLookup find, FollowerNotifier announce, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update dispute",
        "set one update against another: the accounts differ",
        Role.Reporter,
        [
            Parameters.Talks,
            new("update", ParameterKind.Update, "the update's number, such as #3") { Required = true },
            new("other", ParameterKind.Update, "the update it differs from, such as #1") { Required = true },
        ])
    {
        Changes = true,
        Announces = true,
        Example = "/talks update dispute us-japan-autos #3 #1",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Update(call["update"], talks).Is(out var update, out refusal)
            || !RecordLookup.Update(call["other"], talks).Is(out var other, out refusal))
        {
            return refusal;
        }

        if ((Negotiation.RefuseHidden(update) ?? talks.Dispute(update, other, call.Stamp(now))) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        announce.ToThoseWhoWant(talks, UpdateReplies.News(talks, update, now));
        return UpdateReplies.Said($"{update.Name} is set against {other.Name} · {talks.Title}", talks, update, note: null, now);
    }
}
