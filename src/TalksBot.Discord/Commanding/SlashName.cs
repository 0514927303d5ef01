using System.Text.RegularExpressions;

namespace TalksBot.Discord.Commanding;

/// <summary>What Discord takes as the name of a command or an option (discord.md §6).</summary>
internal static partial class SlashName
{
    public static bool IsValid(string name) => Pattern().IsMatch(name) && !name.Any(char.IsUpper);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
