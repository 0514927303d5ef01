using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>
/// Turns <c>deadline add</c> and named values into the data of a command, as Discord's own window would let a person type it:
/// what that window refuses throws here.
/// </summary>
internal sealed class CommandLine(DiscordWorld world, DiscordUser user, DiscordChannel channel)
{
    private readonly JsonObject _resolved = [];

    public JsonObject Read(string words, JsonObject options, string? focused)
    {
        var path = words.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = Find(1, path[0]);
        var data = Begin(command);
        Descend(data, command.Body, path.AsSpan(1), options, focused);
        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }

        return data;
    }

    /// <summary>A command out of a message's menu: the app is told of the whole message, whatever it may read elsewhere. Protocol sheet §6.</summary>
    public JsonObject ReadOn(DiscordMessage message, string name)
    {
        var data = Begin(Find(3, name));
        data["target_id"] = $"{message.Id}";
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [$"{message.Id}"] = message.ToJson() } };
        return data;
    }

    private AppCommand Find(int kind, string name)
    {
        var command = world.Commands
            .Where(one => one.Kind == kind && (one.GuildId is null || one.GuildId == channel.GuildId) && string.Equals(one.Name, name, StringComparison.Ordinal))
            .OrderBy(one => one.GuildId is null)
            .FirstOrDefault() ?? throw new InvalidOperationException($"No command {name} is registered here.");
        RefuseIfHidden(command);
        return command;
    }

    private static JsonObject Begin(AppCommand command)
    {
        var data = new JsonObject { ["id"] = $"{command.Id}", ["name"] = command.Name, ["type"] = command.Kind };
        if (command.GuildId is not null)
        {
            data["guild_id"] = $"{command.GuildId}";
        }

        return data;
    }

    private static bool IsNamed(JsonObject option, string word) => string.Equals((string)option["name"]!, word, StringComparison.Ordinal);

    private void RefuseIfHidden(AppCommand command)
    {
        var may = Access.Of(world, user.Id, channel);
        var needed = (string?)command.Body["default_member_permissions"];
        var allowed = needed is null || (needed is "0" ? may.HasFlag(Permissions.Administrator) : may.HasFlag((Permissions)ulong.Parse(needed, CultureInfo.InvariantCulture)));
        if (!allowed || !may.HasFlag(Permissions.UseApplicationCommands))
        {
            throw new InvalidOperationException($"{user.Name} may not use /{command.Name} here.");
        }
    }

    private void Descend(JsonObject data, JsonObject spec, ReadOnlySpan<string> rest, JsonObject options, string? focused)
    {
        var specs = (spec["options"] as JsonArray ?? []).Select(option => option!.AsObject()).ToList();
        if (specs.Exists(option => (int)option["type"]! is 1 or 2))
        {
            var word = rest.Length > 0 ? rest[0] : throw new InvalidOperationException($"/{spec["name"]} needs a subcommand.");

            // Discord's picker offers a subcommand by its last word too, whatever group it is in.
            var next = specs.Find(option => IsNamed(option, word))
                ?? specs.Find(option => (int)option["type"]! is 2 && (option["options"] as JsonArray ?? []).Any(inner => IsNamed(inner!.AsObject(), word)))
                ?? throw new InvalidOperationException($"/{spec["name"]} has no subcommand {word}.");
            if (!IsNamed(next, word))
            {
                word = (string)next["name"]!;
                rest = (string[])[word, .. rest];
            }

            var inner = new JsonObject { ["name"] = word, ["type"] = (int)next["type"]! };
            data["options"] = new JsonArray(inner);
            Descend(inner, next, rest[1..], options, focused);
            return;
        }

        var names = specs.ConvertAll(option => (string)option["name"]!);
        if (options.Select(pair => pair.Key).Concat(rest.ToArray()).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new InvalidOperationException($"{spec["name"]} has no option {unknown}; it has {string.Join(", ", names.DefaultIfEmpty("none"))}.");
        }

        var values = specs.Where(option => options[(string)option["name"]!] is not null).Select(option => Value(option, options[(string)option["name"]!]!, focused)).ToList();
        var missing = specs.Find(option => focused is null && (bool?)option["required"] is true && options[(string)option["name"]!] is null);
        if (missing is not null)
        {
            throw new InvalidOperationException($"/{spec["name"]} needs {missing["name"]}.");
        }

        if (values.Count > 0)
        {
            data["options"] = Iso.List(values);
        }
    }

    private JsonObject Value(JsonObject spec, JsonNode given, string? focused)
    {
        var name = (string)spec["name"]!;
        var kind = (int)spec["type"]!;
        var isFocused = string.Equals(name, focused, StringComparison.Ordinal);
        if (isFocused)
        {
            return new JsonObject { ["name"] = name, ["type"] = kind, ["value"] = given.ToString(), ["focused"] = true };
        }

        JsonNode value = kind switch
        {
            4 => long.Parse(given.ToString(), CultureInfo.InvariantCulture),
            5 => bool.Parse(given.ToString()),
            10 => double.Parse(given.ToString(), CultureInfo.InvariantCulture),
            _ => given.ToString(),
        };
        RefuseOutside(spec, name, value);
        Resolve(kind, value.ToString());
        return new JsonObject { ["name"] = name, ["type"] = kind, ["value"] = value };
    }

    private static void RefuseOutside(JsonObject spec, string name, JsonNode value)
    {
        var size = (int)spec["type"]! switch
        {
            3 => value.ToString().Length,
            4 or 10 => double.Parse(value.ToString(), CultureInfo.InvariantCulture),
            _ => 0,
        };
        var least = (double?)(spec["min_length"] ?? spec["min_value"]);
        var most = (double?)(spec["max_length"] ?? spec["max_value"]);
        var choices = spec["choices"] as JsonArray;
        var isChoice = choices is null or { Count: 0 } || choices.Any(choice => string.Equals(choice!["value"]!.ToString(), value.ToString(), StringComparison.Ordinal));
        if (size < least || size > most || !isChoice)
        {
            throw new InvalidOperationException($"{name} does not take {value}.");
        }
    }

    private void Resolve(int kind, string text)
    {
        if (kind is not (6 or 7 or 8 or 9) || !ulong.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        if (kind is 6 or 9 && world.Users.TryGetValue(id, out var person))
        {
            Put("users", text, person.ToJson());
            if (world.Guilds.GetValueOrDefault(channel.GuildId)?.Members.GetValueOrDefault(id) is { } member)
            {
                Put("members", text, member.ToBareJson());
            }
        }
        else if (kind is 8 or 9 && world.Guilds.GetValueOrDefault(channel.GuildId)?.Roles.GetValueOrDefault(id) is { } role)
        {
            Put("roles", text, role.ToJson());
        }
        else if (kind is 7 && world.Channels.TryGetValue(id, out var place))
        {
            var json = place.ToJson();
            json["permissions"] = $"{(ulong)Access.Of(world, user.Id, place)}";
            json["app_permissions"] = $"{(ulong)Access.Of(world, world.Bot.Id, place)}";
            Put("channels", text, json);
        }
        else
        {
            throw new InvalidOperationException($"There is nothing with id {text} to choose.");
        }
    }

    private void Put(string map, string id, JsonObject json) => (_resolved[map] ??= new JsonObject())[id] = json;
}
