using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>What is said of the talks and of what belongs to them, said otherwise; no instant changes by it but the end of a session.</summary>
public sealed partial class Negotiation
{
    private const int MostNamed = 4;

    /// <summary>What was said of the talks when they were opened, as it reads now.</summary>
    public TalksTerms Terms => new(Slug, Title, Parties, Venue, Zone, Clocks);

    /// <summary>The talks read otherwise. Whatever names a side that is left out must be in memory.</summary>
    /// <param name="terms">How they read from now on; their slug stays.</param>
    /// <param name="stamp">Who says so, where and when.</param>
    public string? Set(TalksTerms terms, Stamp stamp)
    {
        var changed = Differences(terms).ToList();
        var refusal = RefuseWhenClosed() ?? RefuseNamedSides(terms.Parties) ?? (changed.Count == 0 ? $"{Slug} already reads like that; /talks status {Slug} shows it." : null);
        if (refusal is null)
        {
            Keep(stamp, "", changed);
            (Title, Parties, Venue, Zone, Clocks) = (terms.Title, terms.Parties, terms.Venue, terms.Zone, terms.Clocks);
        }

        return refusal;
    }

    /// <summary>A deadline reads otherwise; when it falls is not touched.</summary>
    public string? SetDeadline(Deadline deadline, DeadlineWords words, Stamp stamp)
    {
        var before = DeadlineWords.Of(deadline);
        var twin = _deadlines.Find(known => known != deadline && known.IsOpen && deadline.IsOpen && known.Label == words.Label && known.At.ToInstant() == deadline.At.ToInstant());
        var refusal = RefuseWhenClosed()
            ?? (before == words ? $"{deadline.Name} already reads like that." : null)
            ?? (twin is null ? null : $"{twin.Name} already stands at that moment under that name; choose another label.");
        if (refusal is null)
        {
            Keep(stamp, deadline.Name,
            [
                .. Detail(DetailField.Label, before.Label, words.Label),
                .. Detail(DetailField.Consequence, before.Consequence, words.Consequence),
                .. Detail(DetailField.Reported, before.AsReported, words.AsReported),
                .. Detail(DetailField.By, before.SetBy, words.SetBy),
            ]);
            deadline.Say(words);
        }

        return refusal;
    }

    /// <summary>A session reads otherwise, or ends at another time; when it starts is not touched.</summary>
    public string? SetSession(Session session, SessionWords words, Stamp stamp)
    {
        var before = SessionWords.Of(session);
        var refusal = RefuseWhenClosed()
            ?? (before == words ? $"{session.Name} already reads like that." : null)
            ?? (words.EndsAt == before.EndsAt ? null : RefuseEnd(session, words.EndsAt, stamp));
        if (refusal is null)
        {
            Keep(stamp, session.Name,
            [
                .. Detail(DetailField.Place, before.Place, words.Place),
                .. Detail(DetailField.Who, before.Who, words.Who),
                .. before.EndsAt == words.EndsAt ? [] : new[] { Difference(new ChangeValue.Until(before.EndsAt), new ChangeValue.Until(words.EndsAt)) },
            ]);
            session.Say(words);
        }

        return refusal;
    }

    private static string? RefuseEnd(Session session, CivilTime? end, Stamp stamp) => (session.State, end?.ToInstant()) switch
    {
        (SessionState.Cancelled, _) => $"{session.Name} was cancelled, so it has no end; leave until out.",
        (SessionState.Ended, null) => $"{session.Name} is over, so its end cannot be left out; write when it ended.",
        (SessionState.Ended, { } over) when over > stamp.At => $"{TimeWording.Full(end!)} is still to come, and {session.Name} is over; write when it ended.",
        (_, { } over) when over <= session.StartsAt.ToInstant() => $"{session.Name} must end after it starts, at {TimeWording.Full(session.StartsAt)}; correct the end.",
        _ => null,
    };

    /// <summary>What speaks for a side, or says how it words a point, would speak for nobody.</summary>
    private string? RefuseNamedSides(IReadOnlyList<Party> parties)
    {
        foreach (var party in Parties.Where(known => parties.All(kept => kept.Code != known.Code)))
        {
            var named = _updates.Where(update => update.Side == party.Code).Select(update => update.Name)
                .Concat(_points.Where(point => point.Wordings.Any(said => said.Side == party.Code)).Select(point => point.Name))
                .ToList();
            if (named.Count > 0)
            {
                var shown = named.Count > MostNamed ? named.Take(MostNamed - 1).Append($"{named.Count - MostNamed + 1} more").ToList() : named;
                return $"{party.Code} cannot be left out, as {Typography.And(shown)} {(named.Count == 1 ? "names" : "name")} that side; keep {party.Code} among the parties, under another name if need be.";
            }
        }

        return null;
    }

    private IEnumerable<(ChangeValue Before, ChangeValue After)> Differences(TalksTerms terms) =>
    [
        .. Detail(DetailField.Title, Title, terms.Title),
        .. Parties.SequenceEqual(terms.Parties) ? [] : new[] { Difference(new ChangeValue.Sides(Parties), new ChangeValue.Sides(terms.Parties)) },
        .. Detail(DetailField.Venue, Venue, terms.Venue),
        .. Zone.Equals(terms.Zone) ? [] : new[] { Difference(new ChangeValue.Home(Zone), new ChangeValue.Home(terms.Zone)) },
        .. Clocks.SequenceEqual(terms.Clocks) ? [] : new[] { Difference(new ChangeValue.Wall(Clocks), new ChangeValue.Wall(terms.Clocks)) },
    ];

    private static IEnumerable<(ChangeValue Before, ChangeValue After)> Detail(DetailField field, string before, string after) =>
        before == after ? [] : [(new ChangeValue.Detail(field, before), new ChangeValue.Detail(field, after))];

    private static (ChangeValue Before, ChangeValue After) Difference(ChangeValue before, ChangeValue after) => (before, after);

    private void Keep(Stamp stamp, string subject, IEnumerable<(ChangeValue Before, ChangeValue After)> changed)
    {
        foreach (var (before, after) in changed)
        {
            Keep(stamp, subject, ChangeVerb.Set, before, after);
        }
    }
}
