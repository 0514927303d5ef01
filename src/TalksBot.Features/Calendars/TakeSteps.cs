using System.Diagnostics;
using TalksBot.Core.Agenda;
using TalksBot.Core.Calendars;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Features.Alerts;
using TalksBot.Features.Deadlines;
using TalksBot.Features.Sessions;

namespace TalksBot.Features.Calendars;

/// <summary>Carries out what a calendar proposes, and tells everybody concerned.</summary>
internal sealed class TakeSteps(SessionPosts sessions, DeadlinePosts deadlines, RewordedAlerts alerts)
{
    private static readonly MoveReason Unsaid = new("", "");

    /// <summary>Carries it out.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="plan">What is proposed.</param>
    /// <param name="source">What is the same for all that comes from the calendar.</param>
    /// <param name="stamp">Who takes it in, where and when.</param>
    /// <returns>The names that what is new has here, by its name in the calendar; and the sentence that refuses it, or null.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Names, string? Fault)> RunAsync(Negotiation talks, CalendarPlan plan, string source, Stamp stamp, CancellationToken token)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in plan.Steps)
        {
            var fault = step switch
            {
                CalendarStep.Add add => Add(talks, add, Of(add.Item, source, stamp), names),
                CalendarStep.Change { Before.IsDeadline: true } change => await ChangeDeadlineAsync(talks, change, Of(change.Item, source, stamp), token),
                CalendarStep.Change change => await ChangeSessionAsync(talks, change, Of(change.Item, source, stamp), token),
                CalendarStep.End end => await EndAsync(talks, end, stamp, token),
                _ => throw new UnreachableException(),
            };
            if (fault is not null)
            {
                return (names, fault);
            }
        }

        return (names, null);
    }

    private static Stamp Of(CalendarItem item, string source, Stamp stamp) => stamp with
    {
        Origin = new CalendarOrigin(item.Key, source, item.Sequence, item.Modified) { Ends = item.Until?.ToInstant(), Title = item.Title, Place = item.Place },
    };

    private static string? Add(Negotiation talks, CalendarStep.Add step, Stamp stamp, Dictionary<string, string> names)
    {
        var item = step.Item;
        if (step.IsDeadline)
        {
            var (deadline, refusal) = talks.AddDeadline(new DeadlineTerms(item.Title, item.At), stamp);
            names[item.Key] = deadline?.Name ?? "";
            return refusal;
        }

        var (session, fault) = talks.AddSession(new SessionTerms(item.At, item.Until, item.Place, item.Title), stamp);
        names[item.Key] = session?.Name ?? "";
        return fault;
    }

    /// <summary>Of its new words and of its new time is told what holds at last: the posts may come in any order.</summary>
    private async Task<string?> ChangeDeadlineAsync(Negotiation talks, CalendarStep.Change step, Stamp stamp, CancellationToken token)
    {
        var deadline = talks.DeadlineNamed(step.Subject)!;
        if (step.Moves && talks.MoveDeadline(deadline, step.Reads.At, stamp) is { } refusal)
        {
            return refusal;
        }

        var was = deadline.Copy();
        var words = DeadlineWords.Of(deadline) with { Label = step.Reads.Title };
        if (words != DeadlineWords.Of(was) && talks.SetDeadline(deadline, words, stamp) is { } fault)
        {
            return fault;
        }

        if (words != DeadlineWords.Of(was))
        {
            await alerts.TellAsync(talks, was, deadline, stamp, token);
        }

        if (step.Moves)
        {
            await deadlines.MovedAsync(talks, deadline, step.Before.At, Unsaid, stamp, token);
        }

        return null;
    }

    private async Task<string?> ChangeSessionAsync(Negotiation talks, CalendarStep.Change step, Stamp stamp, CancellationToken token)
    {
        var session = talks.SessionNamed(step.Subject)!;
        if (step.Moves && talks.MoveSession(session, step.Reads.At, stamp, step.Reads.Until) is { } refusal)
        {
            return refusal;
        }

        var was = session.Copy();
        var words = new SessionWords(step.Reads.Place, step.Reads.Title, step.Reads.Until);
        if (words != SessionWords.Of(was) && talks.SetSession(session, words, stamp) is { } fault)
        {
            return fault;
        }

        if (words != SessionWords.Of(was))
        {
            await alerts.TellAsync(talks, was, session, stamp, token);
        }

        if (step.Moves)
        {
            await sessions.TellAsync(talks, session, SessionWording.Moved(talks, session, step.Before.At, Unsaid, stamp), stamp.At, token);
        }

        return null;
    }

    private async Task<string?> EndAsync(Negotiation talks, CalendarStep.End step, Stamp stamp, CancellationToken token)
    {
        if (talks.DeadlineNamed(step.Subject) is { } deadline)
        {
            var before = AgendaPlan.CountdownsAhead(talks, stamp.At);
            if (talks.WithdrawDeadline(deadline, "", stamp) is { } refusal)
            {
                return refusal;
            }

            talks.FollowUp(deadline, stamp);
            await deadlines.SettledAsync(talks, deadline, "", AgendaPlan.RungsLost(before, talks, stamp.At), (WirePriority.Urgent, stamp.At), token);
            return null;
        }

        var session = talks.SessionNamed(step.Subject)!;
        if (talks.CancelSession(session, "", stamp) is { } fault)
        {
            return fault;
        }

        talks.FollowUp(session, stamp);
        await sessions.TellAsync(talks, session, SessionWording.Cancelled(talks, session, "", stamp.At), stamp.At, token);
        return null;
    }
}
