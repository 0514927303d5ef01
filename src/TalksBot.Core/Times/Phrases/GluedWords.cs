using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Words typed without a space after an hour: "5pmET", "9amtomorrow", "17hUTC".</summary>
internal static class GluedWords
{
    private static readonly string[] _halves = ["am", "pm", "a", "p", "h"];

    /// <summary>Where the first of them ends: the whole run of letters unless it is half a day and a word of times or zones.</summary>
    /// <param name="tidy">The tidied phrase.</param>
    /// <param name="start">Where the letters start.</param>
    /// <param name="end">Where they end, exclusive.</param>
    public static int End(string tidy, int start, int end)
    {
        var letters = tidy[start..end];
        if (IsWord(letters))
        {
            return end;
        }

        var half = Array.Find(_halves, known =>
            letters.Length > known.Length + 1 && letters.StartsWith(known, StringComparison.OrdinalIgnoreCase) && IsWord(letters[known.Length..]));
        return half is null ? end : start + half.Length;
    }

    private static bool IsWord(string rest) => Vocabulary.IsReserved(rest) || ZoneSearch.Find(rest) is not null;
}
