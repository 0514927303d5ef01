using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Registering commands, globally and by guild. Protocol sheet §6.</summary>
internal sealed class CommandRoutes(DiscordWorld world, Doors doors)
{
    private static readonly int[] MostByKind = [0, 100, 15, 15, 1];
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Dictionary<ulong, List<DateTimeOffset>> _creates = [];

    public IEnumerable<RestRoute> All()
    {
        foreach (var (path, word) in new[] { ("/applications/{application_id}/commands", ""), ("/applications/{application_id}/guilds/{guild_id}/commands", "guild_") })
        {
            yield return new($"list_{word}application_commands", "GET", path, List);
            yield return new($"create_{word}application_command", "POST", path, Create);
            yield return new($"bulk_set_{word}application_commands", "PUT", path, ReplaceAll);
            yield return new($"get_{word}application_command", "GET", path + "/{command_id}", call => RestReply.Ok(Find(call).ToJson()));
            yield return new($"update_{word}application_command", "PATCH", path + "/{command_id}", Update);
            yield return new($"delete_{word}application_command", "DELETE", path + "/{command_id}", Delete);
        }
    }

    private RestReply List(RestCall call)
    {
        var scope = Scope(call);
        return RestReply.Ok(Iso.List(Of(scope).Select(command => command.ToJson(call.QueryFlag("with_localizations")))));
    }

    /// <summary>Creating one that exists replaces it, with 200 instead of 201.</summary>
    private RestReply Create(RestCall call)
    {
        var scope = Scope(call);
        var form = new Form();
        new CommandRules(form).Check(call.Form, "");
        form.ThrowIfFaulty();
        var existing = Of(scope).FirstOrDefault(command => IsSame(command, call.Form));
        if (existing is null)
        {
            CountCreates(scope, 1);
        }

        var made = Make(call.Form, scope, existing);
        RefuseTooMany([.. Of(scope).Where(command => command != existing), made]);
        Replace(existing, made);
        return existing is null ? RestReply.Created(made.ToJson()) : RestReply.Ok(made.ToJson());
    }

    private RestReply ReplaceAll(RestCall call)
    {
        var scope = Scope(call);
        if (call.Body is not JsonArray bodies)
        {
            throw Form.Invalid("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }

        var form = new Form();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rules = new CommandRules(form);
        for (var i = 0; i < bodies.Count; i++)
        {
            rules.Check(bodies[i]!.AsObject(), $"{i}");
            if (!seen.Add($"{bodies[i]!["type"] ?? 1}/{bodies[i]!["name"]}"))
            {
                form.Add($"{i}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }

        form.ThrowIfFaulty();
        var before = Of(scope).ToList();
        var pairs = bodies.Select(body => (Body: body!.AsObject(), Old: before.Find(command => IsSame(command, body!.AsObject())))).ToList();
        CountCreates(scope, pairs.Count(pair => pair.Old is null));
        var made = pairs.Select(pair => Make(pair.Body, scope, pair.Old)).ToList();
        RefuseTooMany(made);
        world.Commands.RemoveAll(before.Contains);
        world.Commands.AddRange(made);
        return RestReply.Ok(Iso.List(made.Select(command => command.ToJson())));
    }

    private RestReply Update(RestCall call)
    {
        var existing = Find(call);
        var merged = existing.Body.DeepClone().AsObject();
        foreach (var (key, value) in call.Form)
        {
            merged[key] = value?.DeepClone();
        }

        var form = new Form();
        new CommandRules(form).Check(merged, "");
        form.ThrowIfFaulty();
        var made = Make(merged, existing.GuildId, existing);
        Replace(existing, made);
        return RestReply.Ok(made.ToJson());
    }

    private RestReply Delete(RestCall call)
    {
        world.Commands.Remove(Find(call));
        return RestReply.Nothing;
    }

    private ulong? Scope(RestCall call)
    {
        if (call.Id("application_id") != world.ApplicationId)
        {
            throw new Refusal(403, 20012, "You are not authorized to perform this action on this application");
        }

        return call.Path.ContainsKey("guild_id") ? doors.Guild(call).Id : null;
    }

    private IEnumerable<AppCommand> Of(ulong? scope) => world.Commands.Where(command => command.GuildId == scope);

    private AppCommand Find(RestCall call)
    {
        var scope = Scope(call);
        var id = call.Id("command_id");
        return Of(scope).FirstOrDefault(command => command.Id == id) ?? throw Refusal.UnknownCommand;
    }

    private static bool IsSame(AppCommand command, JsonObject body) =>
        string.Equals(body["id"]?.ToString(), $"{command.Id}", StringComparison.Ordinal)
        || (string.Equals(command.Name, body["name"]?.ToString(), StringComparison.Ordinal) && command.Kind == ((int?)body["type"] ?? 1));

    private AppCommand Make(JsonObject written, ulong? scope, AppCommand? existing)
    {
        var body = new JsonObject
        {
            ["type"] = (int?)written["type"] ?? 1,
            ["name"] = written["name"]?.DeepClone(),
            ["name_localizations"] = written["name_localizations"]?.DeepClone(),
            ["description"] = written["description"]?.DeepClone() ?? "",
            ["description_localizations"] = written["description_localizations"]?.DeepClone(),
            ["default_member_permissions"] = written["default_member_permissions"]?.ToString(),
            ["nsfw"] = (bool?)written["nsfw"] ?? false,
        };
        if (scope is null)
        {
            body["dm_permission"] = (bool?)written["dm_permission"] ?? true;
            body["contexts"] = written["contexts"]?.DeepClone();
            body["integration_types"] = written["integration_types"]?.DeepClone() ?? (world.Options.UserInstallable ? new JsonArray(0, 1) : new JsonArray(0));
        }

        if (written["options"] is JsonArray { Count: > 0 } options)
        {
            body["options"] = options.DeepClone();
        }

        return new AppCommand(existing?.Id ?? world.Ids.Next(), world.ApplicationId, scope, world.Ids.Next(), body);
    }

    private void Replace(AppCommand? existing, AppCommand made)
    {
        world.Commands.RemoveAll(command => command == existing);
        world.Commands.Add(made);
    }

    private static void RefuseTooMany(IReadOnlyList<AppCommand> commands)
    {
        if (commands.GroupBy(command => command.Kind).Any(kind => kind.Count() > MostByKind[kind.Key]))
        {
            throw new Refusal(400, 30032, "Maximum number of application commands reached (100)");
        }
    }

    private void CountCreates(ulong? scope, int count)
    {
        var moments = _creates.TryGetValue(scope ?? 0, out var known) ? known : _creates[scope ?? 0] = [];
        moments.RemoveAll(moment => world.Now - moment > Day);
        if (moments.Count + count > world.Options.CommandCreatesPerDay)
        {
            throw new Refusal(400, 30034, $"Max number of daily application command creates has been reached ({world.Options.CommandCreatesPerDay})");
        }

        moments.AddRange(Enumerable.Repeat(world.Now, count));
    }
}
