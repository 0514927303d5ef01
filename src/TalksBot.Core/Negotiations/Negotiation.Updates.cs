using TalksBot.Core.Deliveries;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Negotiations;

/// <summary>What was said about the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<Update> _updates = [];

    /// <summary>The updates, in the order they were added.</summary>
    public IReadOnlyList<Update> Updates => _updates;

    /// <summary>The updates that may be shown, in the order they were added.</summary>
    public IEnumerable<Update> Published => _updates.Where(update => update.IsPublic);

    /// <summary>Adds an update; null and a sentence when refused.</summary>
    public (Update? Update, string? Refusal) AddUpdate(UpdateTerms terms, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? Attribution.Refuse(terms.Attribution, terms.Sourcing) ?? FlashRule.Refuse(terms) ?? RefuseEmbargo(terms.Embargo, stamp)
            ?? (terms.Side.Length == 0 || HasParty(terms.Side) ? null : UnknownSide(terms.Side));
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var update = new Update(NextNumber('#', _updates.Select(known => known.Number)), terms);
        if (terms.Priority is WirePriority.Flash)
        {
            update.Ask(new Approval(ApprovalState.Waiting, stamp.Person, stamp.At + Approval.Wait, ""));
        }

        _updates.Add(update);
        Keep(stamp, update.Name, ChangeVerb.Added, "", terms.Text);
        return (update, null);
    }

    /// <summary>Sets an update against another: the accounts differ, and nobody says who is right.</summary>
    public string? Dispute(Update update, Update other, Stamp stamp)
    {
        if (update == other)
        {
            return $"{update.Name} cannot differ from itself; name another update.";
        }

        if (update.Disputes.Contains(other.Number) || other.Disputes.Contains(update.Number))
        {
            return $"{update.Name} is already set against {other.Name}.";
        }

        var refusal = RefuseWhenClosed() ?? RefuseGone(update) ?? RefuseHidden(other);
        if (refusal is null)
        {
            Keep(stamp, update.Name, ChangeVerb.Disputed, "", other.Name);
            update.Dispute(other.Number);
        }

        return refusal;
    }

    /// <summary>The updates an account is set against, either way round, as far as they may be shown.</summary>
    public IEnumerable<Update> AccountsAgainst(Update update) =>
        Published.Where(other => update.Disputes.Contains(other.Number) || other.Disputes.Contains(update.Number));

    /// <summary>True for the code of one of the parties.</summary>
    public bool HasParty(string code) => Parties.Any(party => party.Code == code);

    private string UnknownSide(string side) => Parties.Count == 0
        ? $"These talks name no parties, so {side} cannot be a side; leave the side out."
        : $"{side} is no party to these talks; the sides are {string.Join(", ", Parties.Select(party => party.Code))}.";
}
