using System.Buffers;
using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>What must hold within a file whose every value is sound by itself. Pure.</summary>
internal static class TalksRules
{
    // As many as can be named when talks are opened.
    private const int MostParties = 12;

    private const int LongestCode = 12;

    /// <summary>What separates codes and names where parties are typed in a command.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("=:;,\" ");

    /// <summary>Null when it holds, else the sentence that names the first place where it does not.</summary>
    public static string? Refuse(TalksFile file) => Faults(file).FirstOrDefault();

    private static IEnumerable<string> Faults(TalksFile file)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, talks) in file.Talks.Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"talks[{index}]");
            if (!Slug.IsValid(talks.Slug))
            {
                yield return $"{place}.slug must be 2 to 60 lower-case letters, digits and inner hyphens, such as us-japan-autos; rename it.";
            }

            if (!slugs.Add(talks.Slug))
            {
                yield return $"{place}.slug repeats {talks.Slug}; rename one of the two.";
            }

            foreach (var fault in Whole(talks).Concat(Parties(talks)).Concat(Numbers(talks)).Concat(ThingRules.Faults(talks)).Concat(SaidRules.Faults(talks)))
            {
                yield return $"{place}.{fault}";
            }
        }
    }

    private static IEnumerable<string> Whole(FiledTalks talks)
    {
        TalksStatus? ended = talks.Outcome?.Kind switch
        {
            null => null,
            OutcomeKind.Agreed => TalksStatus.Agreed,
            _ => TalksStatus.Collapsed,
        };
        if (ended is null && talks.Status is TalksStatus.Agreed or TalksStatus.Collapsed)
        {
            yield return "outcome is missing though the status says how the talks ended; add it.";
        }

        if (ended is not null && talks.Status != ended && talks.Status is not TalksStatus.Closed)
        {
            yield return $"status does not fit the outcome; write {(ended is TalksStatus.Agreed ? "agreed" : "collapsed")} or closed.";
        }
    }

    private static IEnumerable<string> Parties(FiledTalks talks)
    {
        if (talks.Parties.Count > MostParties)
        {
            yield return $"parties has more than {MostParties} items; keep the sides that matter.";
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, party) in talks.Parties.Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"parties[{index}]");
            if (party.Code.Length > LongestCode || party.Code.AsSpan().ContainsAny(Separators) || party.Code.Any(char.IsLower))
            {
                yield return $"{place}.code must be at most {LongestCode} capitals or digits in one word, such as US; shorten it.";
            }

            if (!codes.Add(party.Code))
            {
                yield return $"{place}.code repeats {party.Code}; give each party its own.";
            }

            if (party.Principals.Prepend(party.Name).Any(words => words.Contains(';', StringComparison.Ordinal)))
            {
                yield return $"{place} has a semicolon in a name; use a comma, for semicolons separate the parties.";
            }
        }
    }

    private static IEnumerable<string> Numbers(FiledTalks talks) =>
    [
        .. Numbers("deadlines", talks.Deadlines.Select(deadline => deadline.Number)),
        .. Numbers("sessions", talks.Sessions.Select(session => session.Number)),
        .. Numbers("updates", talks.Updates.Select(update => update.Number)),
        .. Numbers("points", talks.Points.Select(point => point.Number)),
    ];

    private static IEnumerable<string> Numbers(string list, IEnumerable<int> numbers)
    {
        var last = 0;
        foreach (var (index, number) in numbers.Index())
        {
            if (number <= last)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{list}[{index}].number is {number}; it must be more than {last}, for numbers rise from 1 in the order of the list.");
            }

            last = Math.Max(last, number);
        }
    }
}
