using Microsoft.Extensions.Options;
using TalksBot.Chat.Configuration;
using TalksBot.Core.Commands;

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

/// <summary>Names every faulty key of a connection at once, with its fault and its mend; never a token or the secret.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var faults = Faults(name ?? "", options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string name, SlackOptions options)
    {
        var section = $"{SlackOptions.Section}:{name}";
        if (ConnectionFaults.OfName(section, SlackConnection.PlatformName, name) is { } unfit)
        {
            yield return unfit;
        }

        if (!IsToken("xoxb-", options.BotToken))
        {
            yield return $"{section}:BotToken is no bot token, which begins with xoxb-; copy it from OAuth & Permissions on the app's page at Slack.";
        }

        if (options.AppToken.Length > 0 && !IsToken("xapp-", options.AppToken))
        {
            yield return $"{section}:AppToken is no app-level token, which begins with xapp-; make one with connections:write under Basic Information on the app's page at Slack.";
        }

        if (ConnectionFaults.OfAddress($"{section}:ApiUrl", options.ApiUrl, "remove it to mean Slack's own", "the tokens") is { } unsafeAddress)
        {
            yield return unsafeAddress;
        }

        foreach (var fault in options.Listen.Length > 0 ? ListenFaults(section, options) : [])
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> ListenFaults(string section, SlackOptions options)
    {
        if (ConnectionFaults.OfCredentials($"{section}:Listen", options.Listen) is { } open)
        {
            yield return open;
        }
        else if (!Uri.TryCreate(options.Listen, UriKind.Absolute, out var listen) || listen.Scheme is not "http")
        {
            yield return $"{section}:Listen is \"{Echo.Address(options.Listen)}\", which is no address to listen at; write one such as http://127.0.0.1:5083.";
        }

        if (string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            yield return $"{section}:SigningSecret is empty, so anybody could give commands at Listen; copy it from Basic Information on the app's page at Slack.";
        }

        if (options.AppToken.Length > 0)
        {
            yield return $"{section}:Listen and AppToken are both set, but Slack sends commands one way only; remove AppToken to take them over HTTP, or Listen for Socket Mode.";
        }
    }

    // What else there may be could not stand in a header.
    private static bool IsToken(string start, string text) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.Length > start.Length && text.All(letter => letter is > ' ' and <= '~');
}
