using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>What people can do to a bot, as interactions; what Discord's window would not let them do throws.</summary>
internal sealed class Person(DiscordWorld world, InteractionDesk desk)
{
    public Interaction Command(ulong user, ulong channel, string command, JsonObject options, string? focused)
    {
        var (who, where) = Stand(user, channel);
        var data = new CommandLine(world, who, where).Read(command, options, focused);
        return new Interaction(world.Ids.Next(), focused is null ? InteractionKind.Command : InteractionKind.Autocomplete, who, where) { CreatedAt = world.Now, Data = data };
    }

    /// <summary>Picks a command out of a message's menu.</summary>
    public Interaction CommandOn(ulong user, ulong channel, ulong message, string name)
    {
        var (who, where) = Stand(user, channel);
        var target = where.Messages.GetValueOrDefault(message) is { OnlyFor: null } found ? found : throw new InvalidOperationException($"{who.Name} has no menu on message {message}.");
        var data = new CommandLine(world, who, where).ReadOn(target, name);
        return new Interaction(world.Ids.Next(), InteractionKind.Command, who, where) { CreatedAt = world.Now, Data = data };
    }

    public Interaction Press(ulong user, ulong channel, ulong message, string customId, IReadOnlyList<string> values)
    {
        var (who, where) = Stand(user, channel);
        var source = where.Messages.GetValueOrDefault(message);
        if (source is null || (source.OnlyFor is { } only && only != user))
        {
            throw new InvalidOperationException($"{who.Name} sees no message {message}.");
        }

        var component = ComponentTree.Flatten(source.Components).FirstOrDefault(one => string.Equals((string?)one["custom_id"], customId, StringComparison.Ordinal));
        if (component is null || (bool?)component["disabled"] is true)
        {
            throw new InvalidOperationException($"Message {message} has no live component {customId}.");
        }

        var data = new JsonObject { ["id"] = (int)component["id"]!, ["custom_id"] = customId, ["component_type"] = (int)component["type"]! };
        if ((int)component["type"]! is not 2)
        {
            data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        return new Interaction(world.Ids.Next(), InteractionKind.Component, who, where) { CreatedAt = world.Now, Data = data, Source = source };
    }

    public Interaction Submit(ulong user, ulong trigger, JsonObject values)
    {
        if (desk.Find(trigger) is not { Modal: { } modal } opened || opened.User.Id != user)
        {
            throw new InvalidOperationException($"Interaction {trigger} opened no form for {user}.");
        }

        var data = new JsonObject { ["custom_id"] = (string)modal["custom_id"]!, ["components"] = Filled(modal["components"]!.AsArray(), values) };
        return new Interaction(world.Ids.Next(), InteractionKind.ModalSubmit, opened.User, opened.Channel)
        {
            CreatedAt = world.Now,
            Data = data,
            Source = opened.Source,
            Trigger = opened,
        };
    }

    private (DiscordUser User, DiscordChannel Channel) Stand(ulong user, ulong channel)
    {
        var who = world.Users[user];
        var where = world.Channels[channel];
        return Access.Of(world, user, where).HasFlag(Permissions.ViewChannel)
            ? (who, where)
            : throw new InvalidOperationException($"{who.Name} cannot see channel {channel}.");
    }

    private static JsonArray Filled(JsonArray components, JsonObject values) => Iso.List(components.OfType<JsonObject>().Select((component, at) => (int)component["type"]! switch
    {
        18 => new JsonObject { ["type"] = 18, ["id"] = at + 1, ["component"] = Input(component["component"]!.AsObject(), values) },
        1 => new JsonObject { ["type"] = 1, ["id"] = at + 1, ["components"] = Iso.List(component["components"]!.AsArray().Select(input => Input(input!.AsObject(), values))) },
        var other => new JsonObject { ["type"] = other, ["id"] = at + 1 },
    }));

    /// <summary>The one radio button that is pressed, however it was said; null for none.</summary>
    private static string? Picked(JsonObject spec, JsonNode? given)
    {
        var picked = (given is JsonArray many ? many.FirstOrDefault() : given)?.ToString();
        return picked is null || spec["options"]!.AsArray().Any(option => string.Equals((string?)option!["value"], picked, StringComparison.Ordinal))
            ? picked
            : throw new InvalidOperationException($"{spec["custom_id"]} has no option {picked}.");
    }

    private static JsonObject Input(JsonObject spec, JsonObject values)
    {
        var id = (string)spec["custom_id"]!;
        var kind = (int)spec["type"]!;
        var given = values[id] ?? spec["value"];
        if (given is null && kind is not 23 && ((bool?)spec["required"] ?? true))
        {
            throw new InvalidOperationException($"The form needs {id}.");
        }

        switch (kind)
        {
            case 21:
                return new JsonObject { ["type"] = kind, ["custom_id"] = id, ["value"] = Picked(spec, given) };
            case 23:
                return new JsonObject { ["type"] = kind, ["custom_id"] = id, ["value"] = given?.ToString() is "true" or "on" };
            case not 4:
                return new JsonObject { ["type"] = kind, ["custom_id"] = id, ["values"] = given?.DeepClone() as JsonArray ?? [] };
        }

        var text = given?.ToString() ?? "";
        return text.Length < ((int?)spec["min_length"] ?? 0) || text.Length > ((int?)spec["max_length"] ?? 4000)
            ? throw new InvalidOperationException($"{id} does not take {text.Length} characters.")
            : new JsonObject { ["type"] = kind, ["custom_id"] = id, ["value"] = text };
    }
}
