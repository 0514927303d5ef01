using TalksBot.Core.Commands;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>Completions as Discord takes them: 25 at most, 100 characters each, and no value cut short (discord.md §6).</summary>
internal static class SlashOffers
{
    private const int Most = 25;
    private const int Longest = 100;

    public static IReadOnlyList<CommandChoice> Of(IEnumerable<Completion> completions) =>
    [
        .. completions
            .Where(completion => completion.Value.Length is > 0 and <= Longest && completion.Label.Trim().Length > 0)
            .Take(Most)
            .Select(completion => new CommandChoice(SlashText.Cut(completion.Label.Trim(), Longest), OptionValue.Of(completion.Value))),
    ];
}
