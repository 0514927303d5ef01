using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Times;
using TalksBot.Discord.Commanding;
using TalksBot.Features;
using TalksBot.Simulators.Discord;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>A desk with a database on a simulated Discord: ada runs the server, cleo is just there.</summary>
internal sealed class CommandRig : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly bool _ownsDiscord;
    private IHost? _host;

    private CommandRig(DiscordSimulator discord, bool ownsDiscord)
    {
        (Discord, _ownsDiscord) = (discord, ownsDiscord);
        Guild = discord.AddGuild("Newsroom");
        Channel = discord.AddChannel(Guild, "desk");
        Chiefs = discord.AddRole(Guild, "chiefs", Permissions.ManageGuild);
        Editors = discord.AddRole(Guild, "editors");
        Ada = discord.AddPerson(Guild, "ada", Chiefs);
        Cleo = discord.AddPerson(Guild, "cleo");
    }

    public DiscordSimulator Discord { get; }

    public ulong Guild { get; }

    public ulong Channel { get; }

    public ulong Chiefs { get; }

    public ulong Editors { get; }

    public ulong Ada { get; }

    public ulong Cleo { get; }

    public IServiceProvider Services => _host!.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The real thing's rules, but a bot may come back at once.</summary>
    public static DiscordSimulatorOptions Fast { get; } = new() { IdentifyWindow = TimeSpan.FromMilliseconds(1) };

    /// <summary>For a bot that is told of no server.</summary>
    public static KeyValuePair<string, string?>[] NoServer { get; } = [new($"{DiscordOptions.Section}:main:GuildIds", "")];

    public static Task<CommandRig> StartAsync() => StartAsync(Fast, _ => [], _ => { });

    /// <summary>Starts both and waits until the bot listens and its commands stand.</summary>
    public static async Task<CommandRig> StartAsync(
        DiscordSimulatorOptions options,
        Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings,
        Action<IServiceCollection> with)
    {
        var rig = new CommandRig(await DiscordSimulator.StartAsync(options, Token), ownsDiscord: true);
        await rig.StartBotAsync(settings(rig), with);
        return rig;
    }

    /// <summary>Stops the bot, and starts another on the same database.</summary>
    public Task RestartBotAsync() => RestartBotAsync([], _ => { });

    public async Task RestartBotAsync(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection> with)
    {
        await StopBotAsync();
        await StartBotAsync(settings, with);
    }

    public Task<DiscordAnswer> RunAsync(ulong user, string command, params (string Name, string Value)[] options) =>
        RunAsync(user, Channel, command, options);

    public Task<DiscordAnswer> RunAsync(ulong user, ulong channel, string command, params (string Name, string Value)[] options) =>
        Discord.RunCommandAsync(user, channel, $"talks {Place(command)}", Map(options), Token);

    /// <summary>Where a person finds the command: what few give may stand in the group for more.</summary>
    private string Place(string command)
    {
        var more = Discord.Commands(Guild).Concat(Discord.Commands())
            .SelectMany(known => known["options"]?.AsArray() ?? [])
            .FirstOrDefault(option => (string?)option!["name"] == SlashBook.More);
        return (more?["options"]?.AsArray() ?? []).Any(inner => (string?)inner!["name"] == command) ? $"{SlashBook.More} {command}" : command;
    }

    /// <summary>What is offered for the last of the options.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(string command, params (string Name, string Value)[] options)
    {
        var answer = await Discord.AutocompleteAsync(Ada, Channel, $"talks {command}", Map(options), options[^1].Name, Token);
        answer.Kind.ShouldBe(DiscordAnswerKind.Choices);
        return [.. answer.Choices.Select(choice => $"{choice!["name"]} = {choice["value"]}")];
    }

    public Task<DiscordAnswer> PressAsync(ulong user, PostedMessage message, string label) =>
        Discord.PressAsync(user, message, Buttons(message).First(button => ((string)button["label"]!).Contains(label, StringComparison.Ordinal))["custom_id"]!.ToString(), Token);

    public Task<DiscordAnswer> SubmitAsync(ulong user, ulong interaction, params (string Name, string Value)[] values) =>
        Discord.SubmitModalAsync(user, interaction, Map(values), Token);

    /// <summary>What a person reads in an answer.</summary>
    public static string Text(DiscordAnswer answer) => answer.Message is { } message ? Text(message) : $"({answer.Kind})";

    /// <summary>What a person reads in a message.</summary>
    public static string Text(PostedMessage message) =>
        $"{message.Content}{message.Embeds.ToJsonString(Relaxed)}".Replace("\\\\", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);

    public static IEnumerable<JsonObject> Buttons(PostedMessage message) =>
        message.Components.SelectMany(row => row!["components"]!.AsArray()).Select(button => button!.AsObject());

    public async Task OpenTalksAsync()
    {
        var answer = await RunAsync(Ada, "open", ("slug", "us-japan-autos"), ("title", "US–Japan automotive talks"), ("parties", "US=United States; JP=Japan"), ("zone", "Geneva"), ("follow", "no"));
        Text(answer).ShouldContain("Opened us-japan-autos");
    }

    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        if (_ownsDiscord)
        {
            await Discord.DisposeAsync();
        }

        _database.Dispose();
        Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    private static System.Text.Json.JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Map(IEnumerable<(string Name, string Value)> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Name, (JsonNode?)value.Value)));

    private async Task StartBotAsync(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection> with)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            .. _database.Settings,
            new($"{DiscordOptions.Section}:main:Token", Discord.Token),
            new($"{DiscordOptions.Section}:main:ApiUrl", $"{Discord.ApiUrl}"),
            .. settings.Any(setting => setting.Key.Contains("GuildIds", StringComparison.Ordinal)) ? settings : settings.Append(new($"{DiscordOptions.Section}:main:GuildIds:0", $"{Guild}")),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System));
        builder.Services.AddStorage().AddDesk().AddDiscord(builder.Configuration).AddDiscordCommands();
        with(builder.Services);
        _host = builder.Build();
        await _host.Services.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await _host.StartAsync(Token);
        await Eventually.IsTrueAsync(() => Discord.HasSession && Discord.Commands(Guild).Count + Discord.Commands().Count > 0);
    }

    private async Task StopBotAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
            _host = null;
        }
    }
}
