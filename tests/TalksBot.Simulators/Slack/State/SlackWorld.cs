using TalksBot.Simulators.Slack.Interactions;

namespace TalksBot.Simulators.Slack.State;

/// <summary>All that a simulated workspace remembers. Touch it only while holding <see cref="Gate"/>.</summary>
internal sealed class SlackWorld
{
    public SlackWorld(SlackSimulatorOptions options)
    {
        Options = options;
        SocketModeOn = options.RequestUrl is null;
        TeamId = Ids.Next('T');
        AppId = Ids.Next('A');
        Bot = new SlackUser(Ids.Next('U'), options.BotName) { IsBot = true, BotId = Ids.Next('B') };
        Users[Bot.Id] = Bot;
        BotToken = options.BotToken ?? $"xoxb-{SlackIds.Secret(12)}-{SlackIds.Secret(24)}";
        AppToken = options.AppToken ?? $"xapp-1-{AppId}-{SlackIds.Secret(32)}";
        SigningSecret = options.SigningSecret ?? SlackIds.Secret(32);
    }

    public Lock Gate { get; } = new();

    public SlackSimulatorOptions Options { get; }

    public SlackIds Ids { get; } = new();

    public string TeamId { get; }

    public string AppId { get; }

    public SlackUser Bot { get; }

    public string BotToken { get; }

    public string AppToken { get; }

    public string SigningSecret { get; }

    /// <summary>What any call with the bot token is refused with; null while the token lives.</summary>
    public string? BotTokenFault { get; set; }

    /// <summary>The same for the app-level token.</summary>
    public string? AppTokenFault { get; set; }

    /// <summary>The app's switch in its settings; while it is on nothing goes over HTTP.</summary>
    public bool SocketModeOn { get; set; }

    /// <summary><c>http://127.0.0.1:port</c>, known once listening.</summary>
    public string Root { get; set; } = "";

    public Dictionary<string, SlackUser> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SlackChannel> Channels { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, UserGroup> Groups { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SlackFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The app's home by the person who sees it.</summary>
    public Dictionary<string, SlackView> Homes { get; } = new(StringComparer.Ordinal);

    public Exchanges Exchanges { get; } = new();

    public Instant Now => Instant.FromDateTimeOffset(Options.Time.GetUtcNow());

    public string Domain => Options.TeamName.ToLowerInvariant();

    /// <summary>The conversation between the bot and one person, made on first use.</summary>
    public SlackChannel DirectWith(SlackUser user)
    {
        var found = Channels.Values.FirstOrDefault(one => one.Kind is ChannelKind.Direct && one.Members.Contains(user.Id));
        if (found is not null)
        {
            return found;
        }

        var made = new SlackChannel(Ids.Next('D'), user.Name, ChannelKind.Direct) { Members = { user.Id, Bot.Id } };
        Channels[made.Id] = made;
        return made;
    }
}
