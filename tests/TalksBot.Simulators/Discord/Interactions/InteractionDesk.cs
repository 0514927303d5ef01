using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>Hands interactions to the bot and waits for the answers. Protocol sheet §7.</summary>
internal sealed class InteractionDesk(DiscordWorld world, DiscordStats stats)
{
    private readonly Dictionary<ulong, Interaction> _byId = [];

    /// <summary>Set when interactions go over HTTP instead of the Gateway.</summary>
    public Func<Interaction, JsonObject, CancellationToken, Task>? Endpoint { get; set; }

    public Interaction? Find(ulong id) => _byId.GetValueOrDefault(id);

    public Interaction? Find(string token) => _byId.Values.FirstOrDefault(one => string.Equals(one.Token, token, StringComparison.Ordinal));

    public bool IsLate(Interaction interaction) => interaction.Callback is 0 && (interaction.GivenUp || world.Now - interaction.CreatedAt > world.Options.InteractionDeadline);

    public bool IsExpired(Interaction interaction) => world.Now - interaction.CreatedAt > world.Options.InteractionTokenLife;

    /// <summary>For the follow-up routes: the interaction of a token that still works.</summary>
    public Interaction Living(RestCall call)
    {
        if (call.Id("application_id") != world.ApplicationId || Find(call.Path["token"]) is not { } interaction || interaction.Callback is 0)
        {
            throw Refusal.UnknownWebhook;
        }

        return IsExpired(interaction) ? throw new Refusal(401, 50027, "Invalid Webhook Token") : interaction;
    }

    /// <summary>Delivers, then waits for the first response and, when that only defers, for the content.</summary>
    public async Task<DiscordAnswer> AskAsync(Func<Interaction> make, CancellationToken token)
    {
        var started = world.Options.Time.GetTimestamp();
        Interaction interaction;
        JsonObject payload;
        lock (world.Gate)
        {
            interaction = make();
            _byId[interaction.Id] = interaction;
            payload = InteractionPayload.Of(world, interaction);
            if (Endpoint is null)
            {
                world.Publish(new GatewayEvent("INTERACTION_CREATE", payload, Intents.None, interaction.Channel.GuildId));
            }
        }

        if (Endpoint is not null)
        {
            await Endpoint(interaction, payload, token);
        }

        if (!await AnsweredInTimeAsync(interaction, token))
        {
            stats.MissedInteractions++;
            return new DiscordAnswer(interaction.Id, DiscordAnswerKind.Missed) { Took = world.Options.Time.GetElapsedTime(started), Finished = world.Options.Time.GetElapsedTime(started) };
        }

        var took = world.Options.Time.GetElapsedTime(started);
        if (interaction.Callback is 5)
        {
            await interaction.Filled.Task.WaitAsync(world.Options.InteractionTokenLife, world.Options.Time, token);
        }

        return Describe(interaction, took, world.Options.Time.GetElapsedTime(started));
    }

    private async Task<bool> AnsweredInTimeAsync(Interaction interaction, CancellationToken token)
    {
        try
        {
            await interaction.Answered.Task.WaitAsync(world.Options.InteractionDeadline, world.Options.Time, token);
            return true;
        }
        catch (TimeoutException)
        {
            // An answer that came at this very moment was taken, and the person sees it; one that comes from now on is not.
            lock (world.Gate)
            {
                interaction.GivenUp = interaction.Callback is 0;
                return !interaction.GivenUp;
            }
        }
    }

    private DiscordAnswer Describe(Interaction interaction, TimeSpan took, TimeSpan finished)
    {
        lock (world.Gate)
        {
            var kind = interaction.Callback switch
            {
                4 or 5 => DiscordAnswerKind.Message,
                7 => DiscordAnswerKind.Update,
                8 => DiscordAnswerKind.Choices,
                9 => DiscordAnswerKind.Modal,
                _ => DiscordAnswerKind.Acknowledged,
            };
            return new DiscordAnswer(interaction.Id, kind)
            {
                Message = interaction.Original is { } message ? PostedMessage.Of(message) : null,
                Choices = interaction.Choices,
                Modal = interaction.Modal,
                Deferred = interaction.Callback is 5,
                Took = took,
                Finished = finished,
            };
        }
    }
}
