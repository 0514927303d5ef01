using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>One thing a person did, and what became of it. Protocol sheet §7.</summary>
internal sealed class Interaction(ulong id, InteractionKind kind, DiscordUser user, DiscordChannel channel)
{
    public ulong Id => id;

    public InteractionKind Kind => kind;

    public DiscordUser User => user;

    public DiscordChannel Channel => channel;

    public string Token { get; } = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";

    public required DateTimeOffset CreatedAt { get; init; }

    public required JsonObject Data { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public DiscordMessage? Source { get; init; }

    /// <summary>The interaction whose modal this one submits.</summary>
    public Interaction? Trigger { get; init; }

    /// <summary>The callback type that answered first; zero while nothing did.</summary>
    public int Callback { get; set; }

    /// <summary>The person has been told that the application did not respond.</summary>
    public bool GivenUp { get; set; }

    public ulong OriginalId { get; set; }

    /// <summary>True from a type-5 callback until its placeholder is filled.</summary>
    public bool Thinking { get; set; }

    public bool Ephemeral { get; set; }

    public JsonArray Choices { get; set; } = [];

    public JsonObject? Modal { get; set; }

    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Filled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DiscordMessage? Original => OriginalId is 0 ? null : channel.Messages.GetValueOrDefault(OriginalId);

    public MessageOrigin Origin(ulong applicationId) => new(applicationId, user.Id, Metadata(), Named());

    /// <summary>The older, still sent way of saying what a message answers: only a command has one. Null for the rest.</summary>
    private JsonObject? Named() => kind is not InteractionKind.Command ? null : new JsonObject
    {
        ["id"] = $"{id}",
        ["type"] = (int)kind,
        ["name"] = string.Join(' ', Words(Data)),
        ["user"] = user.ToJson(),
    };

    private static IEnumerable<string> Words(JsonObject command) =>
        (command["options"] as JsonArray ?? []).OfType<JsonObject>().Where(option => (int)option["type"]! is 1 or 2).SelectMany(Words).Prepend((string)command["name"]!);

    public JsonObject Metadata()
    {
        var json = new JsonObject
        {
            ["id"] = $"{id}",
            ["type"] = (int)kind,
            ["user"] = user.ToJson(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = $"{channel.GuildId}" },
        };
        if (Trigger is not null)
        {
            json["triggering_interaction_metadata"] = Trigger.Metadata();
        }
        else if (Source is not null)
        {
            json["interacted_message_id"] = $"{Source.Id}";
        }

        return json;
    }
}
