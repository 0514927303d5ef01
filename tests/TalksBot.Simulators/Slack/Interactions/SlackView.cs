using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>A modal in front of a person. slack.md §9.</summary>
internal sealed class SlackView(string id, SlackUser user, List<SlackView> stack, SlackChannel? channel)
{
    public string Id => id;

    public SlackUser User => user;

    /// <summary>Where the person was when it opened; the app is not told.</summary>
    public SlackChannel? Channel => channel;

    /// <summary>The modals this one lies on, itself included; the last is in front.</summary>
    public List<SlackView> Stack => stack;

    public JsonObject Content { get; private set; } = [];

    public string Hash { get; private set; } = "";

    /// <summary>What the person chose and typed, by block id and action id.</summary>
    public JsonObject Kept { get; set; } = [];

    public string? ExternalId => Content["external_id"]?.ToString() is { Length: > 0 } given ? given : null;

    public void Show(JsonObject content, SlackWorld world)
    {
        Content = content.DeepClone().AsObject();
        Content["blocks"] = BlockDress.Of(content["blocks"]!.AsArray());
        Hash = $"{world.Now.ToUnixTimeSeconds()}.{SlackIds.Secret(8)}";
    }

    /// <summary>As the API shows it; what its fields say is told only of an act in it.</summary>
    public JsonObject ToJson(SlackWorld world, bool filledIn = false)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["team_id"] = world.TeamId,
            ["type"] = "modal",
            ["private_metadata"] = "",
            ["callback_id"] = "",
            ["external_id"] = "",
            ["clear_on_close"] = false,
            ["notify_on_close"] = false,
            ["submit"] = null,
            ["close"] = null,
        };
        foreach (var (key, value) in Content)
        {
            json[key] = value?.DeepClone();
        }

        json["state"] = new JsonObject { ["values"] = filledIn ? Fields.State(Content["blocks"]!.AsArray(), Kept) : new JsonObject() };
        json["hash"] = Hash;
        json["root_view_id"] = stack.Count > 0 ? stack[0].Id : id;
        json["previous_view_id"] = stack.IndexOf(this) is > 0 and var at ? stack[at - 1].Id : null;
        json["app_id"] = world.AppId;
        json["bot_id"] = world.Bot.BotId;
        return json;
    }
}
