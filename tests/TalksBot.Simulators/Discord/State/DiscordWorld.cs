namespace TalksBot.Simulators.Discord.State;

/// <summary>All that a simulated Discord remembers. Touch it only while holding <see cref="Gate"/>.</summary>
internal sealed class DiscordWorld(DiscordSimulatorOptions options)
{
    public Lock Gate { get; } = new();

    public DiscordSimulatorOptions Options => options;

    public Snowflakes Ids { get; } = new(options.Time);

    public DiscordUser Bot { get; private set; } = null!;

    /// <summary>The application and its bot user share one id, as they do for every new application.</summary>
    public ulong ApplicationId => Bot.Id;

    public string Token { get; private set; } = "";

    /// <summary>False once the session starts are overrun: Discord resets the token then. Protocol sheet §9.</summary>
    public bool TokenLives { get; set; } = true;

    /// <summary>Hex public key for interactions over HTTP.</summary>
    public string VerifyKey { get; set; } = new('0', 64);

    /// <summary><c>http://127.0.0.1:port</c>, known once listening.</summary>
    public string Root { get; set; } = "";

    public Dictionary<ulong, DiscordUser> Users { get; } = [];

    public Dictionary<ulong, DiscordGuild> Guilds { get; } = [];

    public Dictionary<ulong, DiscordChannel> Channels { get; } = [];

    public Dictionary<ulong, StoredFile> Files { get; } = [];

    public List<AppCommand> Commands { get; } = [];

    public SortedDictionary<ulong, DiscordWebhook> Webhooks { get; } = [];

    public DateTimeOffset Now => options.Time.GetUtcNow();

    /// <summary>Where dispatches go.</summary>
    public Action<GatewayEvent> Publish { get; set; } = _ => { };

    public void CreateBot()
    {
        Bot = new DiscordUser(Ids.Next(), options.ApplicationName, Bot: true);
        Users[Bot.Id] = Bot;
        Token = options.Token ?? $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{Bot.Id}")).TrimEnd('=')}.simulated.{Guid.NewGuid():N}";
    }

    public DiscordUser AddUser(string name)
    {
        var user = new DiscordUser(Ids.Next(), name, Bot: false);
        Users[user.Id] = user;
        return user;
    }

    public void ChannelChanged(string what, DiscordChannel channel)
    {
        var json = channel.ToJson();
        json["newly_created"] = what is "THREAD_CREATE" ? true : null;
        Publish(new GatewayEvent(what, json, Intents.Guilds, channel.GuildId));
    }

    public void MessageChanged(string what, DiscordChannel channel, DiscordMessage message)
    {
        if (message.OnlyFor is not null)
        {
            return;
        }

        var json = MessageView.Of(this, channel, message);
        if (channel.GuildId is not 0)
        {
            json["guild_id"] = $"{channel.GuildId}";
            if (Guilds[channel.GuildId].Members.GetValueOrDefault(message.Author.Id) is { } member)
            {
                json["member"] = member.ToBareJson();
            }
        }

        Publish(new GatewayEvent(what, json, channel.GuildId is 0 ? Intents.DirectMessages : Intents.GuildMessages, channel.GuildId));
    }

    public void MessageGone(DiscordChannel channel, ulong messageId) =>
        Publish(new GatewayEvent(
            "MESSAGE_DELETE",
            new() { ["id"] = $"{messageId}", ["channel_id"] = $"{channel.Id}", ["guild_id"] = $"{channel.GuildId}" },
            channel.GuildId is 0 ? Intents.DirectMessages : Intents.GuildMessages,
            channel.GuildId));
}
