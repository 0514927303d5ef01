using System.CommandLine;

namespace TalksBot.Verbs;

/// <summary>Options that several verbs share, worded once.</summary>
internal static class Options
{
    /// <summary>The SQLite file to use instead of the configured one.</summary>
    public static Option<string?> Database() => new("--database")
    {
        Description = "the SQLite file to work on; data/talksbot.db when nothing else is configured",
        HelpName = "PATH",
    };

    /// <summary>How posts are shown.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description = "cards for people, json for programs (one object a line)",
            DefaultValueFactory = _ => "cards",
        };
        format.AcceptOnlyFromAmong("cards", "json");
        return format;
    }
}
