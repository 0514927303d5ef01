using System.Globalization;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Archive;

/// <summary>
/// The numbers that things get when filed talks are told again. A file leaves out what was killed, rejected or taken back, and nobody gives
/// its numbers again; so what came after it is called otherwise in the telling.
/// </summary>
internal sealed class StoryNumbers
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public StoryNumbers(StoryChanges changes)
    {
        var counts = new Dictionary<char, int>();
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i] is { Verb: ChangeVerb.Added, Subject: [('D' or 'S' or '#' or 'P') and var mark, ..] subject } && SubjectNumber.TryRead(mark, subject, out _) && !_names.ContainsKey(subject))
            {
                counts[mark] = counts.GetValueOrDefault(mark) + 1;
                _names.Add(subject, string.Create(CultureInfo.InvariantCulture, $"{mark}{counts[mark]}"));
            }
        }
    }

    /// <summary>What it is called in the telling.</summary>
    /// <param name="filed">What the file calls it.</param>
    public string Of(string filed) => _names.GetValueOrDefault(filed, filed);
}
