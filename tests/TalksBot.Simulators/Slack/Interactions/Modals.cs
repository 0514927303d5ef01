using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>Opens, pushes, changes and closes modals. slack.md §9.</summary>
internal sealed class Modals(SlackWorld world)
{
    private const int Deepest = 3;
    private readonly Dictionary<string, SlackView> _views = new(StringComparer.Ordinal);

    /// <summary>The open modal of an id; null when it is closed or never was.</summary>
    public SlackView? Find(string id) => _views.GetValueOrDefault(id);

    public SlackView? FindExternal(string id) => _views.Values.FirstOrDefault(view => view.ExternalId == id);

    public SlackView Open(Exchange exchange, JsonObject content) => Add(exchange.User, [], content, exchange.Channel);

    public SlackView Push(SlackView on, JsonObject content) => on.Stack.Count >= Deepest
        ? throw new Refusal("push_limit_reached")
        : Add(on.User, on.Stack, content, on.Channel);

    public void Change(SlackView view, JsonObject content)
    {
        Check(content, view);
        view.Show(content, world);
    }

    /// <summary>Takes the front modal away; gives the one beneath, null when there is none.</summary>
    public SlackView? Close(SlackView view)
    {
        view.Stack.Remove(view);
        _views.Remove(view.Id);
        return view.Stack.LastOrDefault();
    }

    public void Clear(SlackView view)
    {
        view.Stack.ForEach(one => _views.Remove(one.Id));
        view.Stack.Clear();
    }

    /// <summary>Refuses content that breaks a rule.</summary>
    public void Judge(JsonObject content)
    {
        if (ViewRules.Fault(world, content) is var (error, complaints))
        {
            throw new Refusal(error) { Complaints = complaints };
        }
    }

    private SlackView Add(SlackUser user, List<SlackView> stack, JsonObject content, SlackChannel? channel)
    {
        Check(content, instead: null);
        var view = new SlackView(world.Ids.Next('V'), user, stack, channel);
        view.Show(content, world);
        stack.Add(view);
        _views[view.Id] = view;
        return view;
    }

    private void Check(JsonObject content, SlackView? instead)
    {
        Judge(content);
        if (content["external_id"]?.ToString() is { Length: > 0 } external && FindExternal(external) is { } other && other != instead)
        {
            throw new Refusal("duplicate_external_id");
        }
    }
}
