using System.Globalization;
using System.Text.Json;

namespace TalksBot.Core.Archive;

/// <summary>The mark by which a file says what it is.</summary>
internal static class FormatMark
{
    private const string Family = "talksbot/";

    /// <summary>Null when this program reads files so marked, else the sentence that refuses the file.</summary>
    public static string? Refuse(JsonElement root)
    {
        var mark = root.ValueKind is JsonValueKind.Object && root.TryGetProperty("format", out var found) ? JsonText.Of(found) : null;
        if (mark == TalksFile.CurrentFormat)
        {
            return null;
        }

        return mark is not null && mark.StartsWith(Family, StringComparison.Ordinal)
            && uint.TryParse(mark[Family.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 1
            ? $"The file was written by a newer TalksBot (format {Family}{version}); update TalksBot, or export it again as {TalksFile.CurrentFormat}."
            : $"This is no TalksBot file: it must be one object with \"format\": \"{TalksFile.CurrentFormat}\" and \"talks\".";
    }
}
