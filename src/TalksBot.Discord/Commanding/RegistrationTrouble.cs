using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Commanding;

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
