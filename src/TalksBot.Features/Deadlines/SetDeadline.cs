using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Alerts;
using TalksBot.Features.Commands;
using TalksBot.Features.Repeating;

namespace TalksBot.Features.Deadlines;

/// <summary>A deadline reads otherwise; alerts that stand are edited, and the channels that saw them are told.</summary>
internal sealed class SetDeadline(RecordLookup find, RewordedAlerts alerts, IClock clock) : IDeclaredCommand
{
    private static readonly string[] Settings = ["label", "consequence", "reported", "by", RepeatInput.Again.Name];

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline set",
        "change what is said of a deadline; deadline move changes when it falls",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.Deadline,
            new("label", ParameterKind.Text, "what it is about, in a few words") { NamedOnly = true },
            new("consequence", ParameterKind.Text, "what happens if it passes, or none") { NamedOnly = true },
            new("reported", ParameterKind.Text, "the time as it was reported, word for word, or none") { NamedOnly = true },
            new("by", ParameterKind.Text, "who set it, or none") { NamedOnly = true },
            RepeatInput.Again,
        ])
    {
        FormTitle = "Edit a deadline",
        Changes = true,
        Announces = true,
        Example = "/talks deadline set us-japan-autos D1 consequence:\"100% tariffs on 13 models\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var stamp = call.Stamp(clock.GetCurrentInstant());
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal)
            || !Words(call, deadline).Is(out var words, out refusal)
            || !RepeatInput.Change(call, deadline.Repeat, deadline.At, talks.Times(stamp.At, TimeTense.Any)).Is(out var repeat, out refusal))
        {
            return refusal;
        }

        var was = deadline.Copy();
        var fault = (repeat.IsMeant ? talks.RepeatDeadline(deadline, repeat.Rule, stamp) : null)
            ?? (repeat.IsMeant && words == DeadlineWords.Of(deadline) ? null : talks.SetDeadline(deadline, words, stamp));
        if (fault is not null)
        {
            return Reply.Refuse(fault);
        }

        var told = await alerts.TellAsync(talks, was, deadline, stamp, token);
        return Reply.Answer(new Post($"{deadline.Name} changed · {talks.Title}: {deadline.Label}", Severity.Calm, [.. EditReplies.Changes(talks), .. repeat.IsMeant ? RepeatInput.Told(deadline.Repeat) : [], .. EditReplies.Told(told)])
        {
            Buttons = [DeadlineReplies.Edit(talks, deadline)],
        });
    }

    private static Found<DeadlineWords> Words(CommandCall call, Deadline deadline)
    {
        if (Array.TrueForAll(Settings, setting => call.Find(setting) is null))
        {
            return Reply.Refuse($"Say what changes: {string.Join(", ", Settings)}; when it falls is for /talks deadline move.");
        }

        return !ArgumentReader.Words(call, ("label", UserText.LineLimit)).Is(out var label, out var refusal)
            || !ArgumentReader.WordsOrNothing(call, ("consequence", UserText.ParagraphLimit), ("reported", UserText.LineLimit), ("by", UserText.LineLimit)).Is(out var words, out refusal)
            ? refusal
            : new DeadlineWords(
                label.Or("label", deadline.Label), words.Or("reported", deadline.AsReported), words.Or("consequence", deadline.Consequence), words.Or("by", deadline.SetBy));
    }
}
