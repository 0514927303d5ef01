using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord;
using TalksBot.Hosting;
using TalksBot.Slack;

namespace TalksBot.Setup;

/// <summary>Settings that are being asked for, tried at the platforms as they are typed.</summary>
internal sealed class FirstSettings
{
    private const string Connection = "main";

    private readonly Dictionary<string, string?> _settings = [];

    /// <summary>What was found good so far.</summary>
    public IReadOnlyDictionary<string, string?> All => _settings;

    /// <summary>Where a Discord bot's token belongs.</summary>
    public static string DiscordToken => $"{DiscordOptions.Section}:{Connection}:Token";

    /// <summary>Where a Slack bot's token belongs.</summary>
    public static string SlackBotToken => $"{SlackOptions.Section}:{Connection}:BotToken";

    /// <summary>Where a Slack app's token belongs.</summary>
    public static string SlackAppToken => $"{SlackOptions.Section}:{Connection}:AppToken";

    /// <summary>Takes a setting that needs no trial.</summary>
    public void Take(string key, string value) => _settings[key] = value;

    /// <summary>Tries Discord with a token.</summary>
    /// <returns>The address that invites the bot, or the sentence that refuses the token.</returns>
    public async Task<(string? Invitation, string? Refusal)> TryDiscordAsync(string typed, CancellationToken token) =>
        await TryAsync(DiscordToken, typed, async services =>
        {
            var invitation = (await services.GetRequiredService<IInvitations>().AllAsync(token)).Single(one => one.Connection == $"discord:{Connection}");
            return invitation.IsAddress ? (invitation.Line, null) : (null, invitation.Line);
        });

    /// <summary>Tries Slack with a token of either sort.</summary>
    /// <returns>The sentence that refuses it; null where Slack accepts it.</returns>
    public async Task<string?> TrySlackAsync(string key, string typed, CancellationToken token) =>
        (await TryAsync(key, typed, async services =>
        {
            var faults = new List<ConnectionFault>();
            foreach (var diagnostics in services.GetServices<IConnectionDiagnostics>())
            {
                faults.AddRange(await diagnostics.FaultsAsync(token));
            }

            return (null, faults.Find(fault => fault.Setting == key)?.Line);
        })).Refusal;

    /// <summary>Looks whether a channel can be posted to, and posts one line there.</summary>
    /// <returns>The sentence that refuses the channel; null where the line stands there.</returns>
    public async Task<string?> TryChannelAsync(string key, string typed, CancellationToken token)
    {
        if (!ChannelAddress.TryParse(typed, out var channel))
        {
            return "That is no channel; write one such as discord:main/1234 or slack:main/C0123.";
        }

        return (await TryAsync(key, typed, async services => (null, await PostAsync(services, channel, token)))).Refusal;
    }

    private static async Task<string?> PostAsync(IServiceProvider services, ChannelAddress channel, CancellationToken token)
    {
        if (services.GetServices<IPlatform>().FirstOrDefault(platform => platform.Name == channel.ConnectionName) is not { } platform)
        {
            return $"{channel.ConnectionName} was not set up; name a channel of a connection that was.";
        }

        if (await platform.CheckAsync(channel, token) is ChannelCheck.Faulty fault)
        {
            return $"{fault.Why} {fault.Mend}";
        }

        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var cause = new DeliveryCause(DeliveryKind.Alarm, Talks: "", Code: "", Subject: "setup");
        var post = new Post("TalksBot is set up, and tells this channel of its own troubles", Severity.Good, []);
        return await platform.PostAsync(new OutgoingPost(DeliveryKey.Of(channel, cause, now), channel, cause, WirePriority.Regular, now, post), token) is PostOutcome.Sent
            ? null
            : $"A line could not be posted to {channel}; try again, or name another channel.";
    }

    private async Task<(string? Found, string? Refusal)> TryAsync(string key, string typed, Func<IServiceProvider, Task<(string?, string?)>> ask)
    {
        var tried = new Dictionary<string, string?>(_settings) { [key] = typed };
        try
        {
            using var host = Build(tried);
            var (found, refusal) = await ask(host.Services);
            if (refusal is null)
            {
                _settings[key] = typed;
            }

            return (found, refusal);
        }
        catch (OptionsValidationException fault)
        {
            return (null, string.Join(' ', fault.Failures));
        }
    }

    private static IHost Build(Dictionary<string, string?> settings)
    {
        var builder = DeskHost.Visitor(database: null, settings);
        return builder.Build();
    }
}
