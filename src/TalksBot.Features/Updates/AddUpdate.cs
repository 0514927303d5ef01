using TalksBot.Core.Commands;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Updates;

/// <summary>Records what somebody said, with its sourcing, and tells the channels that want its priority.</summary>
internal sealed class AddUpdate(RecordLookup find, RecordParts parts, FollowerNotifier announce, EditorPrompt desk, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update add",
        "record what was heard and tell the channels that want it",
        Role.Reporter,
        [
            Parameters.Talks,
            new("text", ParameterKind.Text, "what was heard") { Required = true, Lengthy = true, HasLines = true },
            new("source", ParameterKind.Text, "who said it, as it may be printed: \"a senior US official\"") { Required = true },
            UpdateInput.Link,
            new("side", ParameterKind.Side, "the side it speaks for, by its code") { NamedOnly = true },
            UpdateInput.Tier,
            UpdateInput.Priority,
            UpdateInput.Embargo,
            new("heard", ParameterKind.Time, "when the desk heard it; now when left out") { NamedOnly = true, IsPast = true },
            new("disputes", ParameterKind.Text, "the updates it differs from: \"#1\" or \"#1, #2\"") { NamedOnly = true },
        ])
    {
        Job = "Tell what was heard",
        FormTitle = "Report an update",
        Changes = true,
        Announces = true,
        Example = "/talks update add us-japan-autos \"The minister went through the paper in detail\" \"reported by US officials\" tier:official side:JP disputes:\"#1\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !UpdateInput.Heard(call, talks, now).Is(out var heard, out refusal)
            || !UpdateInput.Terms(call, talks, heard).Is(out var terms, out refusal)
            || !UpdateInput.WithEmbargo(call, talks, terms, now).Is(out terms, out refusal)
            || !UpdateInput.Disputed(call, talks).Is(out var others, out refusal))
        {
            return refusal;
        }

        await parts.SayingAsync(talks, terms.Text, token);
        var (update, fault) = talks.AddUpdate(terms, call.Stamp(now));
        if (update is null)
        {
            return Reply.Refuse(fault!);
        }

        foreach (var other in others)
        {
            if (talks.Dispute(update, other, call.Stamp(now)) is { } unfit)
            {
                return Reply.Refuse(unfit);
            }
        }

        if (update.IsPublic)
        {
            announce.ToThoseWhoWant(talks, UpdateReplies.News(talks, update, now));
            return UpdateReplies.Said($"{update.Name} added · {talks.Title}", talks, update, heard.Note, now);
        }

        desk.Waits(talks, update, call, now);
        return UpdateReplies.Waits(talks, update, heard.Note, isAuthor: true, now);
    }
}
