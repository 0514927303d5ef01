using TalksBot.Terminal;

namespace TalksBot.Hosting;

/// <summary>How commands are given, and what is amiss, in the lines that say that the desk is ready.</summary>
internal static class ReadyWording
{
    /// <summary>As in "Type /talks help" or "Use /talks on discord:main".</summary>
    /// <param name="connections">The names of the connections there are.</param>
    public static string Invite(IReadOnlyList<string> connections)
    {
        var others = Others(connections);
        return (connections.Contains(TerminalPlatform.PlatformName), others.Length > 0) switch
        {
            (true, false) => "Type /talks help",
            (true, true) => $"Type /talks help, or use /talks on {others}",
            (false, true) => $"Use /talks on {others}",
            (false, false) => "No platform is connected",
        };
    }

    /// <summary>Where an operations channel may be, for a desk that has none.</summary>
    public static string Others(IReadOnlyList<string> connections) =>
        string.Join(" and ", connections.Where(name => name != TerminalPlatform.PlatformName));
}
