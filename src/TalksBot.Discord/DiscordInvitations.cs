using System.Globalization;
using System.Text;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord;

/// <summary>The address by which somebody who runs a server lets the bot in, with the permissions it uses and no other.</summary>
internal sealed class DiscordInvitations(IEnumerable<DiscordConnection> connections) : IInvitations
{
    /// <summary>
    /// What posting, also in threads, pictures, pins and looking a post up again need, and what a follow's mention needs: without it
    /// <c>@here</c> and a role that not everybody may mention are shown and notify nobody, and no answer says so (discord.md §3, §12).
    /// </summary>
    internal const Permissions Used =
        Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads
        | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.ReadMessageHistory | Permissions.MentionEveryone
        | Permissions.PinMessages;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Invitation>> AllAsync(CancellationToken token)
    {
        var invitations = new List<Invitation>();
        foreach (var connection in connections)
        {
            var (line, isAddress) = await OfAsync(connection, token);
            invitations.Add(new Invitation(connection.Name, line, isAddress));
        }

        return invitations;
    }

    /// <summary>The application that a token names in its first part; null when it names none.</summary>
    internal static Snowflake? ApplicationIn(Secret token)
    {
        var part = token.Reveal().Split('.')[0].Replace('-', '+').Replace('_', '/');
        var bytes = new byte[part.Length];
        return Convert.TryFromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='), bytes, out var length)
            && Snowflake.TryParse(Encoding.ASCII.GetString(bytes, 0, length), out var id)
            ? id
            : null;
    }

    private static async Task<(string Line, bool IsAddress)> OfAsync(DiscordConnection connection, CancellationToken token) =>
        await connection.Rest.Application.GetCurrentAsync(token) switch
        {
            Answered<CurrentApplication>(var application) => (Address(application.Id), true),
            Failed<CurrentApplication>(CredentialsDead) => ($"Discord does not accept the token in {DiscordOptions.Section}:{connection.Key}:Token; make a new one on the application's page.", false),
            _ when ApplicationIn(connection.Wire.Token) is { } id => (Address(id), true),
            _ => ($"Discord cannot be reached, and the token in {DiscordOptions.Section}:{connection.Key}:Token does not name its application; try again later.", false),
        };

    private static string Address(Snowflake application) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={(ulong)Used}&integration_type=0");
}
