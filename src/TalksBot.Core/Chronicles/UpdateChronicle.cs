using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of an update. The news is who said it, not who wrote it down.</summary>
internal static class UpdateChronicle
{
    public static ChronicleEntry? Tell(Negotiation talks, Update update, Change change) => change.Verb switch
    {
        ChangeVerb.Killed when update is { CameOut: true, Killing: { } killing } => ChangeLine.Credited(change, ChronicleWeight.Correction, $"KILLED {update.Name}: do not use it – {killing.Reason}"),
        _ when !update.IsPublic => null,
        ChangeVerb.Corrected => ChangeLine.Credited(change, ChronicleWeight.Correction, $"CORRECTION of {update.Name}: was {change.Before}; right is {change.After}"),
        ChangeVerb.Lifted or ChangeVerb.Broken or ChangeVerb.Approved => Said(talks, update, change),
        ChangeVerb.Acknowledged or ChangeVerb.Embargoed => null,

        // What was under embargo or waited for approval is told when it came out, not when it was written down.
        ChangeVerb.Added when talks.WasHidden(update) => null,
        ChangeVerb.Added => Said(talks, update, change),
        ChangeVerb.Disputed => ChangeLine.Plain(change, ChronicleWeight.AccountsDiffer, UpdateListWording.Line(talks, update)),
        _ => ChangeLine.Other(change),
    };

    private static ChronicleEntry Said(Negotiation talks, Update update, Change change) =>
        ChangeLine.Plain(change, Weight(talks, update), UpdateListWording.Line(talks, update)) with { IsMajor = update.Priority <= WirePriority.Bulletin };

    private static ChronicleWeight Weight(Negotiation talks, Update update) =>
        talks.AccountsAgainst(update).Any() ? ChronicleWeight.AccountsDiffer : ChronicleWeight.Update;
}
