using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>One Web API method: its tier, the scopes of which it needs any, and what it does. slack.md §2.</summary>
/// <param name="Handle">Runs while the world is held; gives the answer's fields, without <c>ok</c>.</param>
internal sealed record WebMethod(string Name, Tier Tier, Func<WebCall, JsonObject> Handle)
{
    /// <summary>Empty when none is needed.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>Whether JSON bodies are read; where not, they are ignored and the arguments are missing. slack.md §1.</summary>
    public bool TakesJson { get; init; } = true;

    /// <summary>Takes the app-level token instead of the bot's.</summary>
    public bool AppLevel { get; init; }
}
