using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Commanding;

/// <summary>Registers <c>/talks</c> where it is missing or has changed: 200 creations a day are all that Discord allows.</summary>
internal sealed partial class RegisterCommands(ICommandDesk desk, ServedServers served, SessionSurroundings around)
{
    private const string Everywhere = "every server";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ILogger _log = around.Logs.CreateLogger<RegisterCommands>();

    /// <summary>Registers, as often as it takes until Discord has answered for every server.</summary>
    public async Task RunAsync(DiscordConnection connection, CancellationToken token)
    {
        var application = await AskAsync(connection, Everywhere, connection.Rest.Application.GetCurrentAsync, token);
        if (application is null)
        {
            return;
        }

        if (application.InteractionsEndpointUrl is { Length: > 0 })
        {
            await around.Alarm.RaiseAsync(RegistrationTrouble.HasEndpoint(connection.Name), token);
        }

        while (true)
        {
            var changed = served.Changed;
            await RunAsync(connection, application.Id, token);
            if (connection.GuildIds.Count > 0)
            {
                return;
            }

            await changed.WaitAsync(token);
        }
    }

    private async Task RunAsync(DiscordConnection connection, Snowflake application, CancellationToken token)
    {
        var commands = connection.Rest.Commands;
        var servers = served.Of(connection);
        var book = SlashBook.Of(new CommandBook(desk.Book.Specs.Where(spec => spec.Path != SlashBook.Claim)), everywhere: false);
        if (book.LeftOut.Count > 0)
        {
            LeftOut(connection.Name, string.Join(", ", book.LeftOut));
        }

        await EnsureAsync(
            connection,
            Everywhere,
            cancel => commands.ListGlobalAsync(application, cancel),
            (set, cancel) => commands.OverwriteGlobalAsync(application, set, cancel),
            known => servers.Count == 0 ? [SlashBook.Claiming(desk.Book)] : [.. known.Where(command => command.Name != SlashBook.Name)],
            token);
        foreach (var guild in servers)
        {
            await EnsureAsync(
                connection,
                $"server {guild}",
                cancel => commands.ListInGuildAsync(application, guild, cancel),
                (set, cancel) => commands.OverwriteInGuildAsync(application, guild, set, cancel),
                _ => [book.Command, SlashBook.OnMessage],
                token);
        }
    }

    private async Task EnsureAsync(
        DiscordConnection connection,
        string where,
        Func<CancellationToken, Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>>> list,
        Func<IReadOnlyList<ApplicationCommand>, CancellationToken, Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>>> overwrite,
        Func<IReadOnlyList<ApplicationCommand>, IReadOnlyList<ApplicationCommand>> wanted,
        CancellationToken token)
    {
        if (await AskAsync(connection, where, list, token) is not { } known)
        {
            return;
        }

        var set = wanted(known);
        if (SlashSignature.Of(known) == SlashSignature.Of(set))
        {
            return;
        }

        if (await AskAsync(connection, where, cancel => overwrite(set, cancel), token) is not null)
        {
            Registered(connection.Name, where, set.Count);
        }
    }

    /// <summary>The answer, however long Discord cannot be reached; null when it will never give one, which is told.</summary>
    private async Task<T?> AskAsync<T>(DiscordConnection connection, string where, Func<CancellationToken, Task<DiscordAnswer<T>>> ask, CancellationToken token)
        where T : class
    {
        for (var pause = ShortestPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            switch (await ask(token))
            {
                case Answered<T>(var value):
                    return value;
                case Failed<T>(CredentialsDead):
                    // The gateway stops for it too, and tells of it.
                    return null;
                case Failed<T>(Refused { Error: { Code: not DiscordErrorCode.CloudflareBlock } error }):
                    await around.Alarm.RaiseAsync(RegistrationTrouble.Of(connection.Name, where, error), token);
                    return null;
                case Failed<T>(var failure):
                    Waiting(connection.Name, $"{failure}");
                    break;
            }

            await Task.Delay(pause, around.Time, token);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} registered its commands in {Where}: {Count}")]
    private partial void Registered(string connection, string where, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} has not registered its commands yet and tries again: {Why}")]
    private partial void Waiting(string connection, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection}: Discord has no place for these commands, give them elsewhere: {Commands}")]
    private partial void LeftOut(string connection, string commands);
}

/// <summary>What keeps commands from being given, with what a person must do about it.</summary>
internal static class RegistrationTrouble
{
    /// <summary>Discord does not take the commands.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="where">The server, or every server.</param>
    /// <param name="error">Discord's words.</param>
    public static Trouble Of(string connection, string where, DiscordError error) => new(
        connection,
        $"{connection} could not register its commands in {where}: Discord answered {error}",
        error.Code switch
        {
            DiscordErrorCode.MissingAccess or DiscordErrorCode.UnknownGuild =>
                "Invite the bot again with the address that \"manifest discord\" prints, or take a server where it is not out of GuildIds; then start TalksBot again.",
            DiscordErrorCode.TooManyDailyCommands => "Discord takes 200 new commands a day; start TalksBot again tomorrow. Commands that stood there before still work.",
            _ => "Commands that stood there before still work. Please report this: TalksBot should not have asked for it.",
        });

    /// <summary>Discord sends what people do elsewhere.</summary>
    /// <param name="connection">The connection's name.</param>
    public static Trouble HasEndpoint(string connection) => new(
        connection,
        $"{connection} has an interactions endpoint address, so no command reaches TalksBot.",
        "Remove it on the application's page at Discord; commands work from then on.");
}
