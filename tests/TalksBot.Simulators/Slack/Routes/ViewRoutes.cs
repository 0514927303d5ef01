using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Modals by API. slack.md §9.</summary>
internal sealed class ViewRoutes(SlackWorld world, Modals modals)
{
    public IEnumerable<WebMethod> All() =>
    [
        new("views.open", Tier.Four, Open),
        new("views.push", Tier.Four, Push),
        new("views.update", Tier.Four, Update),
        new("views.publish", Tier.Four, Publish),
    ];

    private JsonObject Open(WebCall call)
    {
        var content = Content(call);
        var exchange = world.Exchanges.UseTrigger(call.Required("trigger_id"), world);
        var view = modals.Open(exchange, content);
        return Shown(exchange, view);
    }

    private JsonObject Push(WebCall call)
    {
        var content = Content(call);
        var exchange = world.Exchanges.UseTrigger(call.Required("trigger_id"), world);
        var on = exchange.On ?? throw new Refusal("invalid_trigger_id");
        return Shown(exchange, modals.Push(on, content));
    }

    private JsonObject Update(WebCall call)
    {
        var content = Content(call);
        var found = call.Optional("view_id") is { } id ? modals.Find(id)
            : call.Optional("external_id") is { } external ? modals.FindExternal(external)
            : throw Refusal.Missing("view_id");
        var view = found ?? throw new Refusal("not_found");
        if (call.Optional("hash") is { } hash && hash != view.Hash)
        {
            throw new Refusal("hash_conflict");
        }

        modals.Change(view, content);
        world.Exchanges.Notice(view);
        return new JsonObject { ["view"] = view.ToJson(world) };
    }

    /// <summary>The app's home as one person sees it.</summary>
    private JsonObject Publish(WebCall call)
    {
        var user = world.Users.GetValueOrDefault(call.Required("user_id")) ?? throw new Refusal("user_not_found");
        var content = call.Json("view", "invalid_arguments") as JsonObject ?? throw Refusal.Missing("view");
        if (!world.Options.HomeTab)
        {
            throw new Refusal("not_enabled");
        }

        if (ViewRules.Fault(world, content, "home") is var (error, complaints))
        {
            throw new Refusal(error) { Complaints = complaints };
        }

        var before = world.Homes.GetValueOrDefault(user.Id);
        if (call.Optional("hash") is { } hash && hash != before?.Hash)
        {
            throw new Refusal("hash_conflict");
        }

        var view = before ?? new SlackView(world.Ids.Next('V'), user, [], channel: null);
        view.Show(content, world);
        world.Homes[user.Id] = view;
        world.Exchanges.NoticeHome(user);
        return new JsonObject { ["view"] = view.ToJson(world) };
    }

    /// <summary>Judged before the trigger, which a bad view therefore does not use up.</summary>
    private JsonObject Content(WebCall call)
    {
        var content = call.Json("view", "invalid_arguments") as JsonObject ?? throw Refusal.Missing("view");
        modals.Judge(content);
        return content;
    }

    private JsonObject Shown(Exchange exchange, SlackView view)
    {
        exchange.See(view);
        return new JsonObject { ["view"] = view.ToJson(world) };
    }
}
