using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Updates;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Updates;

/// <summary>Puts an update right, wherever it was seen.</summary>
internal sealed class CorrectUpdate(RecordLookup find, CorrectionNotifier retell, IClock clock) : IDeclaredCommand
{
    private const string Seen = "seen";

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update correct",
        "put an update right and tell everybody who saw it",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.Update,
            new("text", ParameterKind.Text, "what is right, in full") { Required = true, Lengthy = true, HasLines = true },
            new("source", ParameterKind.Text, "who said it, where that was wrong too") { NamedOnly = true },
            UpdateInput.Link with { Summary = "where it was said, if that was wrong too: a web address, or none" },
            new(Seen, ParameterKind.Text, "how often it had been corrected when you looked; a preview fills it in") { NamedOnly = true },
        ])
    {
        FormTitle = "Correct an update",
        Changes = true,
        Announces = true,
        Example = "/talks update correct us-japan-autos #1 \"The minister did not go through the paper\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Update(call["update"], talks).Is(out var update, out refusal)
            || !ArgumentReader.Words(call, ("text", UserText.ParagraphLimit), ("source", UserText.LineLimit)).Is(out var words, out refusal)
            || !UpdateInput.WithLink(call, update.Link).Is(out var link, out refusal))
        {
            return refusal;
        }

        if (!Overtaken(call, update, now).Is(out _, out refusal))
        {
            return refusal;
        }

        var attribution = words["source"].Length == 0 ? update.Attribution : words["source"];
        if (talks.CorrectUpdate(update, words["text"], attribution, call.Stamp(now), link.To) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        if (update.Embargo is not null)
        {
            return UpdateReplies.Reworded(talks, update, now);
        }

        var told = await retell.CorrectedAsync(talks, update, now, token);
        return Reply.Answer(
            $"{update.Name} corrected · {talks.Title}; {CorrectionNotifier.Heard(told)}",
            [.. Was(update), Reads(update)]);
    }

    private static PostPiece.Quote Reads(Update update) => UpdateWording.Quote(update) with { Text = Typography.Shorten(update.OneLine, UpdateReplies.Echoed) };

    private static PostPiece[] Was(Update update)
    {
        var wrong = update.Revisions[^1];
        return update.IsRelinked
            ? [new PostPiece.Line("The words stand; their link was wrong"), new PostPiece.Struck(CorrectionWording.WrongLink(update))]
            : [new PostPiece.Struck($"“{Typography.Shorten(UserText.OneLine(wrong.Text), UpdateReplies.Echoed)}”{(wrong.Attribution == update.Attribution ? "" : $" – {wrong.Attribution}")}")];
    }

    /// <summary>Of two editors who correct it at the same moment the later one looks again.</summary>
    private static Found<Update> Overtaken(CommandCall call, Update update, Instant now)
    {
        var count = update.Revisions.Count.ToString(CultureInfo.InvariantCulture);
        int? seen = null;
        if (call.Find(Seen) is { } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Reply.Refuse($"“{Echo.Of(typed)}” is no number of corrections; leave {Seen} out.");
            }

            seen = number;
        }

        if (Negotiation.RefuseOvertaken(update, seen, call.Stamp(now)) is { } why)
        {
            return Reply.Refuse(why, [new PostButton("Correct it again", call.Retyped(Seen, count))]);
        }

        call.Understand(Seen, count);
        return update;
    }
}
