using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>What may follow the first answer, for fifteen minutes (discord.md §7); nonces do not work here.</summary>
public sealed class FollowUpEndpoints
{
    private const string All = "/webhooks/{application}/{token}";
    private const string Original = "/webhooks/{application}/{token}/messages/@original";
    private const string One = "/webhooks/{application}/{token}/messages/{message}";

    private readonly RestTransport _transport;

    internal FollowUpEndpoints(RestTransport transport) => _transport = transport;

    /// <summary>Adds a message; after a deferral edit the original instead.</summary>
    public Task<DiscordAnswer<DiscordMessage>> CreateAsync(
        Interaction interaction, MessageDraft draft, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(To(HttpMethod.Post, All, interaction), MessageBodies.Of(draft)),
            WireJson.Default.DiscordMessage,
            cancellationToken);

    public Task<DiscordAnswer<DiscordMessage>> GetOriginalAsync(
        Interaction interaction, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(To(HttpMethod.Get, Original, interaction)), WireJson.Default.DiscordMessage, cancellationToken);

    /// <summary>Fills in a deferred answer, or changes one given; its audience stays as it was.</summary>
    public Task<DiscordAnswer<DiscordMessage>> EditOriginalAsync(
        Interaction interaction, MessageEdit edit, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(To(HttpMethod.Patch, Original, interaction), MessageBodies.Of(edit)),
            WireJson.Default.DiscordMessage,
            cancellationToken);

    public Task<DiscordAnswer<NoContent>> DeleteOriginalAsync(
        Interaction interaction, CancellationToken cancellationToken) =>
        _transport.SendAsync(new(To(HttpMethod.Delete, Original, interaction)), cancellationToken);

    public Task<DiscordAnswer<DiscordMessage>> EditAsync(
        Interaction interaction, Snowflake message, MessageEdit edit, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(To(HttpMethod.Patch, One, interaction, $"{message}"), MessageBodies.Of(edit)),
            WireJson.Default.DiscordMessage,
            cancellationToken);

    public Task<DiscordAnswer<NoContent>> DeleteAsync(
        Interaction interaction, Snowflake message, CancellationToken cancellationToken) =>
        _transport.SendAsync(new(To(HttpMethod.Delete, One, interaction, $"{message}")), cancellationToken);

    private static Route To(
        HttpMethod method, string template, Interaction interaction, params IReadOnlyList<string> more) =>
        Route.Of(method, template, [$"{interaction.ApplicationId}", interaction.Token.Reveal(), .. more]);
}
