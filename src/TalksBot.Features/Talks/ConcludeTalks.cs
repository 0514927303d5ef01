using System.Diagnostics;
using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Features.Alerts;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Talks;

/// <summary>Records how talks ended; every channel that got a countdown is told, and alerts without a cause are cancelled.</summary>
internal sealed class ConcludeTalks(RecordLookup find, OutcomeQuestions questions, FollowerNotifier announce, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "outcome",
        "record how talks ended and tell everybody who got a countdown",
        Role.Editor,
        [
            Parameters.Talks,
            new("kind", ParameterKind.Choice, "how they ended.") { Required = true, Choices = [.. Enum.GetValues<OutcomeKind>().Select(kind => kind.Words())] },
            new("line", ParameterKind.Text, "the outcome in one sentence") { Required = true },
        ])
    {
        FormTitle = "Tell how the talks ended",
        Changes = true,
        Announces = true,
        Example = "/talks outcome us-japan-autos agreed \"Both sides announced an agreement in Geneva; the tariffs are off.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !ArgumentReader.Words(call, ("line", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var before = AgendaPlan.CountdownsAhead(talks, now);
        var waiting = talks.Deadlines.Where(deadline => deadline.WantsOutcome).ToList();
        if (talks.Conclude(Kind(call["kind"]), words["line"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var settled = waiting.Where(deadline => !deadline.WantsOutcome).ToList();
        var cancelled = AgendaPlan.RungsLost(before, talks, now);
        var post = OutcomeWording.Concluded(talks, settled, cancelled, now);
        foreach (var deadline in settled)
        {
            await questions.AnswerAsync(talks, deadline, CountdownWording.Settled(talks, deadline, "", [], now), now, token);
        }

        await announce.ToAllWhoHeardAsync(talks, new News(DeliveryKind.Outcome, "", WirePriority.Bulletin, now, post), token);
        return TalksReplies.Concluded(talks, settled, cancelled, now);
    }

    private static OutcomeKind Kind(string typed) => typed switch
    {
        "agreed" => OutcomeKind.Agreed,
        "lapsed" => OutcomeKind.Lapsed,
        "collapsed" => OutcomeKind.Collapsed,
        _ => throw new UnreachableException(),
    };
}
