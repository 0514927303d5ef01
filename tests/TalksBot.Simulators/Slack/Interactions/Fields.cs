using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>
/// What the fields before a person say, by block id and action id: what they chose or typed, else what is preset, else nothing.
/// Only what they gave is kept, so that it outlives a change of the blocks as far as the ids stay. slack.md §9.
/// </summary>
internal static class Fields
{
    /// <summary>As <c>state.values</c>: every field there is.</summary>
    public static JsonObject State(JsonArray blocks, JsonObject kept)
    {
        var state = new JsonObject();
        foreach (var (blockId, element) in Of(blocks))
        {
            Put(state, (blockId, Id(element)), Said(element, kept[blockId]));
        }

        return state;
    }

    /// <summary>What is kept once a form was filled in with these, by block id or action id, a string or an array each.</summary>
    public static JsonObject Fill(JsonArray blocks, JsonObject kept, JsonObject given)
    {
        var filled = kept.DeepClone().AsObject();
        foreach (var (blockId, element) in Of(blocks))
        {
            if ((given[blockId] ?? given[Id(element)]) is { } one)
            {
                IReadOnlyList<string> words = one is JsonArray many ? [.. many.Select(word => word!.ToString())] : [one.ToString()];
                Put(filled, (blockId, Id(element)), ActionValue.Of(element, words) ?? ActionValue.Untouched(element));
            }
        }

        foreach (var block in blocks.OfType<JsonObject>().Where(one => one["type"]!.ToString() is "input" && one["optional"]?.ToString() is not "true"))
        {
            var blockId = block["block_id"]!.ToString();
            if (BlockDress.Elements(block).Any(element => IsEmpty(Said(element, filled[blockId]))))
            {
                throw new InvalidOperationException($"The form needs {blockId}.");
            }
        }

        return filled;
    }

    /// <summary>Keeps what an action chose; nothing stays of what was only pressed.</summary>
    public static void Keep(JsonObject kept, JsonObject action)
    {
        if (ActionValue.IsField(action))
        {
            var said = action.Where(pair => pair.Key is not ("block_id" or "action_id" or "action_ts")).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()));
            Put(kept, (action["block_id"]!.ToString(), action["action_id"]!.ToString()), new JsonObject(said));
        }
    }

    private static IEnumerable<(string BlockId, JsonObject Element)> Of(JsonArray blocks) => blocks
        .OfType<JsonObject>()
        .SelectMany(block => BlockDress.Elements(block).Where(ActionValue.IsField).Select(element => (block["block_id"]!.ToString(), element)));

    private static JsonObject Said(JsonObject element, JsonNode? kept) =>
        kept?[Id(element)]?.DeepClone().AsObject() ?? ActionValue.Of(element, given: null) ?? ActionValue.Untouched(element);

    private static bool IsEmpty(JsonObject said) => said.All(pair => pair.Key is "type" || pair.Value is null);

    private static string Id(JsonObject element) => element["action_id"]!.ToString();

    private static void Put(JsonObject values, (string Block, string Action) place, JsonObject said)
    {
        values[place.Block] ??= new JsonObject();
        values[place.Block]![place.Action] = said;
    }
}
