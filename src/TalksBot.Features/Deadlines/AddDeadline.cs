using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Repeating;

namespace TalksBot.Features.Deadlines;

/// <summary>Sets a deadline; its rungs are planned in the same transaction.</summary>
internal sealed class AddDeadline(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline add",
        "set a deadline and start its countdown",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.At("when it falls: \"28 Jun 1995 23:59 EDT\", \"tonight 11:59\", \"in 90m\""),
            new("label", ParameterKind.Text, "what it is about, in a few words") { Required = true },
            new("reported", ParameterKind.Text, "the time as it was reported, word for word") { NamedOnly = true },
            new("consequence", ParameterKind.Text, "what happens if it passes") { NamedOnly = true },
            new("by", ParameterKind.Text, "who set it") { NamedOnly = true },
            RepeatInput.Repeat,
        ])
    {
        FormTitle = "Set a deadline",
        Changes = true,
        Example = "/talks deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !TypedTime.Read(call, "at", talks.Times(now, TimeTense.Future)).Is(out var at, out refusal)
            || !ArgumentReader.Words(call, ("label", UserText.LineLimit), ("reported", UserText.LineLimit), ("consequence", UserText.ParagraphLimit), ("by", UserText.LineLimit))
                .Is(out var words, out refusal)
            || !RepeatInput.Read(call, at.Time, talks.Times(now, TimeTense.Future)).Is(out var repeat, out refusal))
        {
            return refusal;
        }

        var terms = new DeadlineTerms(words["label"], at.Time, words["reported"], words["consequence"], words["by"]) { Repeat = repeat.Rule };
        var (deadline, fault) = talks.AddDeadline(terms, call.Stamp(now));
        if (deadline is null)
        {
            return Reply.Refuse(fault!);
        }

        return DeadlineReplies.Set($"{deadline.Name} set · {talks.Title}: {deadline.Label}", talks, deadline, at.Note, call.Caller.Channel, now, RepeatInput.Told(deadline.Repeat));
    }
}
