using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>What must hold for the words of the sides in filed talks: whose they are, and what they are set against. Pure.</summary>
internal static class SaidRules
{
    // One account against a hundred others says nothing any more, and far more would only make reading slow.
    private const int MostDisputes = 100;

    /// <summary>Every fault, each beginning with its place within the talks.</summary>
    public static IEnumerable<string> Faults(FiledTalks talks) => Updates(talks).Concat(Points(talks));

    private static IEnumerable<string> Updates(FiledTalks talks)
    {
        // Of numbers given twice another rule speaks.
        var numbered = talks.Updates.DistinctBy(update => update.Number).ToDictionary(update => update.Number);
        foreach (var (index, update) in talks.Updates.Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"updates[{index}]");

            // What was printed once is no secret: a rule that learns to see more names must not make an older file unreadable.
            if (Attribution.RefuseBare(update.Attribution) is { } advice)
            {
                yield return $"{place}.attribution does not say enough. {advice}";
            }

            if (update.Side.Length > 0 && UnknownSide(talks, update.Side) is { } why)
            {
                yield return $"{place}.side {why}";
            }

            foreach (var fault in Disputes(numbered, update))
            {
                yield return $"{place}.disputes {fault}";
            }
        }
    }

    private static IEnumerable<string> Disputes(Dictionary<int, FiledUpdate> numbered, FiledUpdate update)
    {
        if (update.Disputes.Count > MostDisputes)
        {
            yield return $"has more than {MostDisputes} items; name the accounts that differ most.";
        }

        foreach (var number in update.Disputes)
        {
            if (number == update.Number)
            {
                yield return "names the update itself; name another.";
            }
            else if (numbered.GetValueOrDefault(number) is not { } other)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"names #{number}, which is not in the list; name an update that is.");
            }
            else if (other.Disputes.Contains(update.Number) && number < update.Number)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"names #{number}, which already disputes this one; keep one of the two.");
            }
        }
    }

    private static IEnumerable<string> Points(FiledTalks talks)
    {
        foreach (var (index, point) in talks.Points.Index())
        {
            var sides = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (at, said) in point.Wordings.Index())
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"points[{index}].wordings[{at}].side");
                if (UnknownSide(talks, said.Side) is { } why)
                {
                    yield return $"{place} {why}";
                }

                if (!sides.Add(said.Side))
                {
                    yield return $"{place} repeats {said.Side}; keep one wording for each side.";
                }
            }
        }
    }

    private static string? UnknownSide(FiledTalks talks, string side)
    {
        if (talks.Parties.Any(party => party.Code == side))
        {
            return null;
        }

        return talks.Parties.Count == 0
            ? $"is {side}, but the talks name no parties; add the party or leave the side out."
            : $"is {side}, which is no party to these talks; write {string.Join(" or ", talks.Parties.Select(party => party.Code))}.";
    }
}
