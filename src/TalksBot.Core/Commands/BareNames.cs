using System.Collections.Frozen;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Commands;

/// <summary>Finds a parameter's name that was typed without its colon among other words, with something behind it that fits.</summary>
internal static class BareNames
{
    // Names of texts that are also words of any sentence.
    private static readonly FrozenSet<string> _everyday =
        new[] { "by", "who", "source", "text", "reported", "note", "place", "reason", "title", "label", "topic", "channel", "outcome", "other", "attribution", "wording", "position", "mention" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where it stands and how many words behind it fit; null when there is none.</summary>
    /// <param name="spec">The command.</param>
    /// <param name="place">The place that the words would fill.</param>
    /// <param name="words">The words.</param>
    /// <param name="given">What has been given already, and is not given twice.</param>
    public static BareName? Find(CommandSpec spec, ParameterSpec place, IReadOnlyList<string> words, IReadOnlyDictionary<string, string> given)
    {
        if (place.Kind is not ParameterKind.Text)
        {
            return null;
        }

        for (var at = 0; at + 1 < words.Count; at++)
        {
            var parameter = spec.Parameters.FirstOrDefault(known => known.Name.Equals(words[at], StringComparison.OrdinalIgnoreCase));
            if (parameter is null || parameter == place || given.ContainsKey(parameter.Name))
            {
                continue;
            }

            if (Fitting(parameter, [.. words.Skip(at + 1)]) is > 0 and var length)
            {
                return new(parameter, at, length);
            }
        }

        return null;
    }

    private static int Fitting(ParameterSpec parameter, IReadOnlyList<string> words) => parameter.Kind switch
    {
        ParameterKind.Time => TimeRun.Length(words, []),
        ParameterKind.Span => Enumerable.Range(1, Math.Min(4, words.Count)).LastOrDefault(length => DurationText.TryParse(string.Join(' ', words.Take(length)), out _)),
        ParameterKind.Zone => Enumerable.Range(1, Math.Min(4, words.Count)).LastOrDefault(length => ZoneNames.Read(string.Join(' ', words.Take(length))) is not ZoneReading.Unknown),
        ParameterKind.Choice => Enumerable.Range(1, Math.Min(4, words.Count)).LastOrDefault(length => parameter.ChoiceOf(string.Join(' ', words.Take(length))) is not null),
        ParameterKind.Deadline => One(words[0].Length > 1 && SubjectNumber.TryRead('D', words[0], out _)),
        ParameterKind.Session => One(words[0].Length > 1 && SubjectNumber.TryRead('S', words[0], out _)),
        ParameterKind.Subject => One(words[0].Length > 1 && words[0][0] is 'D' or 'd' or 'S' or 's' && words[0].AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0),
        ParameterKind.Point => One(words[0].Length > 1 && SubjectNumber.TryRead('P', words[0], out _)),
        ParameterKind.Update => One(words[0].StartsWith('#') && SubjectNumber.TryRead('#', words[0], out _)),
        ParameterKind.Side => One(words[0].Length <= 12 && words[0].Any(char.IsLetter) && !words[0].Any(char.IsLower)),
        ParameterKind.Text when parameter.Name == "disputes" => One(words[0].StartsWith('#')),
        ParameterKind.Text => _everyday.Contains(parameter.Name) ? 0 : words.Count,
        _ => 0,
    };

    private static int One(bool fits) => fits ? 1 : 0;
}

/// <summary>A parameter's name without its colon.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="At">Where among the words the name stands.</param>
/// <param name="Length">How many words behind it fit.</param>
internal sealed record BareName(ParameterSpec Parameter, int At, int Length);
