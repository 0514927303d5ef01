using TalksBot.Core.Negotiations;

namespace TalksBot.Features.Desk;

/// <summary>The sides of talks as people type them.</summary>
internal static class Sides
{
    /// <summary>The party's code for what was typed in any case of letters; other words stay as they are, for the record to refuse.</summary>
    public static string Code(Negotiation talks, string typed) =>
        talks.Parties.FirstOrDefault(party => party.Code.Equals(typed, StringComparison.OrdinalIgnoreCase))?.Code ?? typed;
}
