using TalksBot.Core.Text;

namespace TalksBot.Core.Negotiations;

/// <summary>What is done to an update once it was told; closed talks are put right like any others, as what was told stays told.</summary>
public sealed partial class Negotiation
{
    /// <summary>
    /// An update was wrong and reads otherwise from now on; how it read before is kept. Under embargo it is no correction, as nobody saw it.
    /// Words that differ only in where their lines break are the same words, and keep the lines that they have.
    /// </summary>
    /// <param name="update">The update.</param>
    /// <param name="text">The right words.</param>
    /// <param name="attribution">The right attribution; the present one where that was right.</param>
    /// <param name="stamp">Who corrects it, where and when.</param>
    /// <param name="link">Where it was said, on the web; null where no address is known.</param>
    public string? CorrectUpdate(Update update, string text, string attribution, Stamp stamp, Uri? link = null)
    {
        var words = update.Embargo is null && UserText.OneLine(text) == update.OneLine ? update.Text : text;
        var (before, after) = (ChangeValue.Account.Of(update), new ChangeValue.Account(words, attribution) { Link = link });
        var refusal = RefuseGone(update) ?? RefuseWaiting(update) ?? Attribution.Refuse(attribution, update.Sourcing)
            ?? (before == after ? $"{update.Name} already says just that; write what is right instead." : null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (update.Embargo is null)
        {
            Keep(stamp, update.Name, ChangeVerb.Corrected, before, after);
            update.Correct(after, stamp);
        }
        else
        {
            Keep(stamp, update.Name, ChangeVerb.Set, before, after);
            update.Reword(after);
        }

        return null;
    }

    /// <summary>Refuses to correct what somebody else has corrected meanwhile, unseen by whoever corrects it now.</summary>
    /// <param name="update">The update.</param>
    /// <param name="seen">How many corrections they had seen; null where that is not known, and a minute is taken for unseen.</param>
    /// <param name="stamp">Who corrects it, where and when.</param>
    public static string? RefuseOvertaken(Update update, int? seen, Stamp stamp)
    {
        var overtaken = update.Revisions.Count > 0 && update.Killing is null && (seen is { } count
            ? update.Revisions.Count != count
            : update.Revisions[^1].CorrectedBy != stamp.By && stamp.At - update.Revisions[^1].CorrectedAt < Duration.FromMinutes(1));
        return overtaken ? $"{update.Revisions[^1].CorrectedBy} has corrected {update.Name} meanwhile; it reads “{update.OneLine}” now. Correct that if it is still wrong." : null;
    }

    /// <summary>The desk withdraws an update for a reason that is told; its words are shown nowhere any more.</summary>
    public string? KillUpdate(Update update, string reason, Stamp stamp)
    {
        var refusal = update.Killing is { } known ? $"{update.Name} was killed already, by {known.By}: {known.Reason}" : null;
        if (refusal is null)
        {
            Keep(stamp, update.Name, ChangeVerb.Killed, ChangeValue.Account.Of(update), ChangeValue.Of(reason));
            update.Kill(new Killing(stamp.At, stamp.By, reason));
        }

        return refusal;
    }

    /// <summary>Refuses what would need an update to be seen that may not be.</summary>
    public static string? RefuseHidden(Update update) => RefuseGone(update) ?? update switch
    {
        { Embargo: not null } => $"{update.Name} is under embargo; wait for the lift, or break the embargo with update break.",
        _ => RefuseWaiting(update),
    };

    private static string? RefuseWaiting(Update update) =>
        update.Approval is { State: ApprovalState.Waiting } ? $"{update.Name} still waits for a second editor; approve or reject it first." : null;

    /// <summary>Refuses what concerns an update that nobody will ever see.</summary>
    private static string? RefuseGone(Update update) => update switch
    {
        { Killing: not null } => $"{update.Name} was killed; add a new update instead.",
        { Approval.State: ApprovalState.Rejected or ApprovalState.Expired } => $"{update.Name} was never approved; add a new update instead.",
        _ => null,
    };
}
