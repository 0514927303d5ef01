using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>What people can do to an app, as payloads; what Slack's window would not let them do throws. slack.md §7 and §9.</summary>
internal sealed partial class Person(SlackWorld world, Modals modals)
{
    private readonly Payloads _payloads = new(world);

    public Act Command(string user, string channel, string command, string text)
    {
        var (who, where) = Stand(user, channel);
        var exchange = new Exchange(who, where, world.Now) { Typed = $"{command} {text}".TrimEnd() };
        return new Act(exchange, new Envelope("slash_commands", _payloads.Command(exchange, command, world.Options.ShouldEscape ? Escape(text) : text), AcceptsPayload: true));
    }

    /// <summary>Presses a button, or chooses in a menu when there are <paramref name="values"/>.</summary>
    /// <param name="wanted">Action id, value or label.</param>
    public Act Press(string user, PostedMessage message, string wanted, IReadOnlyList<string>? values)
    {
        var (exchange, action) = Touch(user, message, wanted, values);
        Fields.Keep(exchange.Source!.KeptFor(user), action);
        return new Act(exchange, new Envelope("interactive", _payloads.OfMessage(exchange, action), AcceptsPayload: false));
    }

    /// <summary>Picks one of the app's shortcuts out of a message's menu, by its name or its callback id.</summary>
    public Act Shortcut(string user, string channel, string ts, string wanted)
    {
        var (who, where) = Stand(user, channel);
        var message = where.Find(ts) is { OnlyFor: null } found ? found : throw new InvalidOperationException($"{who.Name} has no menu on message {ts}.");
        var shortcut = world.Options.MessageShortcuts.FirstOrDefault(one => one.Key == wanted || one.Value == wanted);
        var exchange = new Exchange(who, where, world.Now);
        return shortcut.Key is null
            ? throw new InvalidOperationException($"The app has no shortcut {wanted}.")
            : new Act(exchange, new Envelope("interactive", _payloads.Shortcut(exchange, message, shortcut.Key), AcceptsPayload: false));
    }

    public Act PressInView(string user, string viewId, string wanted, IReadOnlyList<string>? values)
    {
        var view = Seen(user, viewId);
        var (block, element) = Find(view.Content["blocks"]!.AsArray(), wanted);
        var action = Action(block, element, values);
        Fields.Keep(view.Kept, action);
        var exchange = new Exchange(view.User, view.Channel, world.Now) { On = view };
        return new Act(exchange, new Envelope("interactive", _payloads.OfView(exchange, view, action), AcceptsPayload: false));
    }

    /// <summary>Presses a button on the app's own page.</summary>
    public Act PressAtHome(string user, string wanted)
    {
        var view = world.Homes.GetValueOrDefault(user) ?? throw new InvalidOperationException($"{user} is shown nothing there.");
        var (block, element) = Find(view.Content["blocks"]!.AsArray(), wanted);
        var exchange = new Exchange(view.User, channel: null, world.Now) { On = view };
        return new Act(exchange, new Envelope("interactive", _payloads.OfView(exchange, view, Action(block, element, values: null)), AcceptsPayload: false));
    }

    /// <summary>Fills a form in and submits it; <paramref name="values"/> by block id or action id, a string or an array each.</summary>
    public Act Submit(string user, string viewId, JsonObject values)
    {
        var view = Seen(user, viewId);
        view.Kept = Fields.Fill(view.Content["blocks"]!.AsArray(), view.Kept, values);
        var exchange = new Exchange(view.User, view.Channel, world.Now) { On = view };
        return new Act(exchange, new Envelope("interactive", _payloads.Submission(exchange, view), AcceptsPayload: true));
    }

    /// <summary>Closes a form; null when its app did not ask to hear of it.</summary>
    public Act? Close(string user, string viewId)
    {
        var view = Seen(user, viewId);
        var content = view.ToJson(world);
        modals.Close(view);
        var exchange = new Exchange(view.User, view.Channel, world.Now);
        return (bool)content["notify_on_close"]! ? new Act(exchange, new Envelope("interactive", _payloads.Closing(view, content), AcceptsPayload: false)) : null;
    }

    /// <summary>Types into a select that asks the app for its options.</summary>
    public Act Suggest(string user, PostedMessage message, string actionId, string typed)
    {
        var (exchange, action) = Touch(user, message, actionId, [typed]);
        var payload = _payloads.OfMessage(exchange, action.DeepClone().AsObject());
        payload.Remove("actions");
        payload.Remove("response_url");
        payload["type"] = "block_suggestion";
        payload["value"] = typed;
        payload["action_id"] = action["action_id"]!.DeepClone();
        payload["block_id"] = action["block_id"]!.DeepClone();
        return new Act(exchange, new Envelope("interactive", payload, AcceptsPayload: true));
    }

    public (SlackUser User, SlackChannel Channel) Stand(string user, string channel)
    {
        var who = world.Users[user];
        var where = world.Channels[channel];
        return where.Kind is ChannelKind.Public || where.Members.Contains(user) ? (who, where) : throw new InvalidOperationException($"{who.Name} cannot see {where.Name}.");
    }

    private (Exchange Exchange, JsonObject Action) Touch(string user, PostedMessage message, string wanted, IReadOnlyList<string>? values)
    {
        var (who, where) = Stand(user, message.Channel);
        var source = where.Find(message.Ts) ?? where.Ephemerals.Find(one => one.Ts == message.Ts && !one.Deleted);
        if (source is null || (source.OnlyFor is { } only && only != user))
        {
            throw new InvalidOperationException($"{who.Name} sees no message {message.Ts}.");
        }

        var (block, element) = Find(source.Blocks ?? [], wanted);
        return (new Exchange(who, where, world.Now) { Source = source, Latest = source }, Action(block, element, values));
    }

    private SlackView Seen(string user, string viewId) =>
        modals.Find(viewId) is { } view && view.User.Id == user ? view : throw new InvalidOperationException($"{user} has no modal {viewId} open.");

    private JsonObject Action(JsonObject block, JsonObject element, IReadOnlyList<string>? values)
    {
        var action = ActionValue.Of(element, values) ?? throw new InvalidOperationException($"{element["action_id"]} needs a value.");
        action["action_id"] = element["action_id"]!.DeepClone();
        action["block_id"] = block["block_id"]!.DeepClone();
        action["action_ts"] = $"{world.Now.ToUnixTimeSeconds()}.000100";
        return action;
    }

    private static (JsonObject Block, JsonObject Element) Find(JsonArray blocks, string wanted)
    {
        var all = blocks.OfType<JsonObject>().SelectMany(block => BlockDress.Elements(block).Select(element => (Block: block, Element: element))).ToList();
        foreach (var key in new Func<JsonObject, string?>[] { one => one["action_id"]?.ToString(), one => one["value"]?.ToString(), Label })
        {
            if (all.FirstOrDefault(one => key(one.Element) == wanted) is { Element: not null } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"Nothing there is called {wanted}.");
    }

    private static string? Label(JsonObject element) => element["text"]?["text"] is { } text ? Mrkdwn.Decode(text.ToString()) : null;

    /// <summary>What <c>should_escape</c> does to names. slack.md §7.</summary>
    private string Escape(string text) => Name().Replace(Mrkdwn.Encode(text), found => found.Value[0] is '@'
        ? world.Users.Values.FirstOrDefault(user => user.Name == found.Value[1..]) is { } user ? $"<@{user.Id}>"
            : world.Groups.Values.FirstOrDefault(group => group.Handle == found.Value[1..]) is { } group ? $"<!subteam^{group.Id}|{found.Value}>"
            : found.Value
        : world.Channels.Values.FirstOrDefault(one => one.Name == found.Value[1..]) is { } channel ? $"<#{channel.Id}|{(channel.IsPrivate ? "" : channel.Name)}>" : found.Value);

    [GeneratedRegex(@"(?<![\w@#/&])[@#][a-z0-9][a-z0-9._-]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
