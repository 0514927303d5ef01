using TalksBot.Core.Negotiations;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of an update. The news is who said it, not who wrote it down.</summary>
internal static class UpdateChronicle
{
    public static ChronicleEntry Tell(Negotiation talks, Update update, Change change) => change.Verb switch
    {
        ChangeVerb.Added => ChangeLine.Plain(change, Weight(talks, update), UpdateListWording.Line(talks, update)),
        ChangeVerb.Disputed => ChangeLine.Plain(change, ChronicleWeight.AccountsDiffer, UpdateListWording.Line(talks, update)),
        _ => ChangeLine.Other(change),
    };

    private static ChronicleWeight Weight(Negotiation talks, Update update) =>
        talks.AccountsAgainst(update).Any() ? ChronicleWeight.AccountsDiffer : ChronicleWeight.Update;
}
