using TalksBot.Core.Commands;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord;

/// <summary>Whether each connection obeys a server of the desk's own, and who else can bring its bot somewhere.</summary>
public static class DiscordStanding
{
    /// <summary>A sentence for each fault, with its mend; none where all is well.</summary>
    public static async Task<IReadOnlyList<(string Connection, string Line)>> FaultsAsync(IServiceProvider services, CancellationToken token)
    {
        var claims = (ServerClaims)services.GetService(typeof(ServerClaims))!;
        var faults = new List<(string, string)>();
        foreach (var connection in (IEnumerable<DiscordConnection>)services.GetService(typeof(IEnumerable<DiscordConnection>))!)
        {
            if (connection.GuildIds.Count > 0 || claims.Of(connection.Name) is not null)
            {
                continue;
            }

            var section = $"{DiscordOptions.Section}:{connection.Key}";
            faults.Add((connection.Name, $"No server is obeyed: start TalksBot, and on the server it is for give /talks claim with the code it prints, or name the server in {section}:GuildIds."));
            if (await connection.Rest.Application.GetCurrentAsync(token) is Answered<CurrentApplication>({ BotPublic: true }))
            {
                faults.Add((connection.Name, "The bot is public, so anybody may bring it to a server of their own: switch off Public Bot under Bot on the application's page, or claim a server first."));
            }
        }

        return faults;
    }
}
