using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>The lengths of what is registered: Discord counts every name, description and choice (discord.md §6).</summary>
internal static class SlashText
{
    /// <summary>At most that many characters, cut between words where one is near, with an ellipsis.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Math.Max(0, most - 2)]) ? most - 2 : most - 1;
        var head = text[..Math.Max(0, end)];
        var blank = head.LastIndexOf(' ');
        return (blank > most / 2 ? head[..blank] : head).TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>The option with its own description and those of its parameters cut.</summary>
    public static CommandOption Cut(CommandOption option, int summary, int parameter) => option with
    {
        Description = Cut(option.Description, option.Type is CommandOptionType.Subcommand or CommandOptionType.SubcommandGroup ? summary : parameter),
        Options = option.Options is null ? null : [.. option.Options.Select(inner => Cut(inner, summary, parameter))],
    };

    /// <summary>How much of the allowance it takes.</summary>
    public static int Weigh(CommandOption option) =>
        option.Name.Length
        + option.Description.Length
        + (option.Choices ?? []).Sum(choice => choice.Name.Length + choice.Value.Text.Length)
        + (option.Options ?? []).Sum(Weigh);
}
