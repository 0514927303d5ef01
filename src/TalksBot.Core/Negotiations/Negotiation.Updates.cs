using TalksBot.Core.Updates;

namespace TalksBot.Core.Negotiations;

/// <summary>What was said about the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<Update> _updates = [];

    /// <summary>The updates, in the order they were added.</summary>
    public IReadOnlyList<Update> Updates => _updates;

    /// <summary>Adds an update; null and a sentence when refused.</summary>
    public (Update? Update, string? Refusal) AddUpdate(UpdateTerms terms, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? Attribution.Refuse(terms.Attribution)
            ?? (terms.Side.Length == 0 || HasParty(terms.Side) ? null : UnknownSide(terms.Side));
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var update = new Update(_updates.Count + 1, terms);
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

        var refusal = RefuseWhenClosed();
        if (refusal is null)
        {
            Keep(stamp, update.Name, ChangeVerb.Disputed, "", other.Name);
            update.Dispute(other.Number);
        }

        return refusal;
    }

    /// <summary>The updates an account is set against, either way round.</summary>
    public IEnumerable<Update> AccountsAgainst(Update update) =>
        _updates.Where(other => update.Disputes.Contains(other.Number) || other.Disputes.Contains(update.Number));

    /// <summary>True for the code of one of the parties.</summary>
    public bool HasParty(string code) => Parties.Any(party => party.Code == code);

    private string UnknownSide(string side) => Parties.Count == 0
        ? $"These talks name no parties, so {side} cannot be a side; leave the side out."
        : $"{side} is no party to these talks; the sides are {string.Join(", ", Parties.Select(party => party.Code))}.";
}
