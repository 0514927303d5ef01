using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>Who has seen what asks to be seen: close alerts, corrections and kills, each channel for itself.</summary>
public sealed partial class Negotiation
{
    /// <summary>Somebody in a channel has seen what was told about a deadline or an update.</summary>
    /// <param name="subject">The deadline or update, such as <c>D1</c> or <c>#3</c>; one of these talks.</param>
    /// <param name="stamp">Who, in which channel and when.</param>
    public string? Acknowledge(string subject, Stamp stamp)
    {
        // A correction or kill asks for its word in closed talks too.
        var refusal = (_updates.Exists(update => update.Name == subject) ? null : RefuseWhenClosed())
            ?? (AcknowledgementOf(subject, stamp.Where) is { } known
                ? $"{known.By} acknowledged {subject} here already, {TimeWording.Full(known.At, ClocksFrom(Zone)[0])}."
                : _deadlines.Find(deadline => deadline.Name == subject) is { WantsOutcome: false } over
                    ? $"{subject} needs no word any more: it is {over.State.Words()}."
                    : null);
        if (refusal is null)
        {
            Keep(stamp, subject, ChangeVerb.Acknowledged, ChangeValue.None, Asked(subject));
        }

        return refusal;
    }

    /// <summary>The word of a channel on what it was last told about a subject; null while nobody there has given it.</summary>
    /// <param name="subject">The deadline or update.</param>
    /// <param name="channel">The channel as an address.</param>
    public Change? AcknowledgementOf(string subject, string channel)
    {
        var asked = Asked(subject);
        return ChangesThatHold.LastOrDefault(change => change.Verb is ChangeVerb.Acknowledged && change.Subject == subject && change.Where == channel && change.After == asked);
    }

    /// <summary>
    /// What is acknowledged of a deadline: that it falls at this moment, and then that it passed; once it moves or passes, channels
    /// are asked anew.
    /// </summary>
    public static ChangeValue Asked(Deadline deadline) =>
        new ChangeValue.Asked(deadline.State is DeadlineState.PassedUnknown ? AskedAbout.Passed : AskedAbout.Deadline, deadline.At.ToInstant());

    private ChangeValue Asked(string subject)
    {
        if (_deadlines.Find(deadline => deadline.Name == subject) is { } asking)
        {
            return Asked(asking);
        }

        return _updates.Find(update => update.Name == subject) switch
        {
            { Killing: not null } => new ChangeValue.Asked(AskedAbout.Kill, At: null),
            { Revisions: [.., var last] } => new ChangeValue.Asked(AskedAbout.Correction, last.CorrectedAt),
            _ => ChangeValue.None,
        };
    }
}
