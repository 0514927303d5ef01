namespace TalksBot.Slack;

/// <summary>One app in one Slack workspace; each entry of the section is one connection, and its key is the connection's name.</summary>
/// <remarks>A file may say <c>null</c> anywhere; it is read as nothing written, and validated as that.</remarks>
public sealed class SlackOptions
{
    /// <summary>Where the connections stand, each under its name.</summary>
    public const string Section = "TalksBot:Platforms:Slack";

    /// <summary>The bot's token, <c>xoxb-…</c>; while it is empty the connection is not configured and plays no part.</summary>
    public string BotToken { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// The app's own token, <c>xapp-…</c> with <c>connections:write</c>, which opens Socket Mode (slack.md §6). Empty where
    /// commands come over HTTP, or where the bot only posts.
    /// </summary>
    public string AppToken { get; set => field = value ?? ""; } = "";

    /// <summary>What Slack signs its requests with (slack.md §8); needed only where <see cref="Listen"/> is set.</summary>
    public string SigningSecret { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// The address at which the bot takes Slack's signed requests instead of opening sockets, such as
    /// <c>http://127.0.0.1:5083</c>; empty means Socket Mode. What stands between Slack and this address has to speak https.
    /// </summary>
    public string Listen { get; set => field = value ?? ""; } = "";

    /// <summary>The root of the Web API: https, or http on this machine only.</summary>
    public string ApiUrl { get; set => field = value ?? ""; } = "https://slack.com/api/";
}
