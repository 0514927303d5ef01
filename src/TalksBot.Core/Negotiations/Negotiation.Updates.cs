using TalksBot.Core.Posts;

namespace TalksBot.Core.Negotiations;

/// <summary>What was said about the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<Update> _updates = [];

    private int _notRead;

    /// <summary>The updates in memory, in the order they were added: all of them, or those that were read.</summary>
    public IReadOnlyList<Update> Updates => _updates;

    /// <summary>Those of them that may be shown, in the order they were added.</summary>
    public IEnumerable<Update> Published => _updates.Where(update => update.IsPublic);

    /// <summary>How many updates may be shown, those that are not in memory too.</summary>
    public int PublishedCount => Published.Count() + _notRead;

    /// <summary>Says how many updates that may be shown there are, when only some of them were read.</summary>
    public void CountPublished(int all) => _notRead = all - Published.Count();

    /// <summary>Adds an update; null and a sentence when refused.</summary>
    public (Update? Update, string? Refusal) AddUpdate(UpdateTerms terms, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? Attribution.Refuse(terms.Attribution, terms.Sourcing) ?? FlashRule.Refuse(terms) ?? RefuseEmbargo(terms.Embargo, stamp)
            ?? (terms.Side.Length == 0 || HasParty(terms.Side) ? null : UnknownSide(terms.Side));
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var update = new Update(++LastUpdate, terms);
        if (terms.Priority is WirePriority.Flash)
        {
            update.Ask(new Approval(ApprovalState.Waiting, stamp.Person, stamp.At + Approval.Wait, ""));
        }

        update.ComesOut(stamp.At);
        Keep(stamp, update.Name, ChangeVerb.Added, ChangeValue.None, ChangeValue.Of(terms.Text));
        _updates.Add(update);
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
            Keep(stamp, update.Name, ChangeVerb.Disputed, ChangeValue.None, new ChangeValue.Against(other.Number));
            update.Dispute(other.Number);
            Join(update, other);
        }

        return refusal;
    }

    /// <summary>The updates an account is set against, either way round, as far as they may be shown.</summary>
    public IEnumerable<Update> AccountsAgainst(Update update) => update.Group is not { } group
        ? []
        : Published.Where(other => other.Group == group && (update.Disputes.Contains(other.Number) || other.Disputes.Contains(update.Number)));

    /// <summary>True for the code of one of the parties.</summary>
    public bool HasParty(string code) => Parties.Any(party => party.Code == code);

    /// <summary>Accounts of one matter are read together, however far apart they were added.</summary>
    private void Join(Update update, Update other)
    {
        var (one, two) = (update.Group ?? update.Number, other.Group ?? other.Number);
        (update.Group, other.Group) = (Math.Min(one, two), Math.Min(one, two));
        foreach (var account in _updates.Where(known => known.Group == one || known.Group == two))
        {
            account.Group = Math.Min(one, two);
        }
    }

    private string UnknownSide(string side) => Parties.Count == 0
        ? $"These talks name no parties, so {side} cannot be a side; leave the side out."
        : $"{side} is no party to these talks; the sides are {string.Join(", ", Parties.Select(party => party.Code))}.";
}
