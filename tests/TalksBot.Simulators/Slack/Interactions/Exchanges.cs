using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>What people did, by trigger and by response address.</summary>
internal sealed class Exchanges
{
    private readonly Dictionary<string, Exchange> _byTrigger = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exchange> _bySecret = new(StringComparer.Ordinal);
    private readonly List<Exchange> _watching = [];

    public void Begin(Exchange exchange)
    {
        _byTrigger[exchange.TriggerId] = exchange;
        _bySecret[exchange.ResponseSecret] = exchange;
        _watching.Add(exchange);
    }

    public void End(Exchange exchange) => _watching.Remove(exchange);

    public Exchange? FindBySecret(string secret) => _bySecret.GetValueOrDefault(secret);

    /// <summary>The exchange of a trigger, which is used up by this. Three seconds, once. slack.md §9.</summary>
    public Exchange UseTrigger(string trigger, SlackWorld world)
    {
        var found = _byTrigger.GetValueOrDefault(trigger) ?? throw new Refusal("invalid_trigger_id");
        if (found.TriggerUsed)
        {
            throw new Refusal("exchanged_trigger_id");
        }

        if (world.Now - found.At > Duration.FromTimeSpan(world.Options.TriggerLife))
        {
            throw new Refusal("expired_trigger_id");
        }

        found.TriggerUsed = true;
        return found;
    }

    /// <summary>A modal changed: whoever acted in it sees that.</summary>
    public void Notice(SlackView view)
    {
        foreach (var one in _watching.Where(one => one.On == view))
        {
            one.SeeChange();
        }
    }

    /// <summary>Somebody's page changed: it is before them, whatever they did on it or in a form that it opened.</summary>
    public void NoticeHome(SlackUser user)
    {
        foreach (var one in _watching.Where(one => one.User == user && one.Channel is null))
        {
            one.SeeChange();
        }
    }

    /// <summary>A message came or changed: whoever is looking at its channel sees it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="by">The act it answers; null when the app did not say.</param>
    public void Notice(SlackMessage message, Exchange? by)
    {
        // Nobody waits any more for the answer to an act that is over: to whoever looks on, it is for what they did since, such as sending its form.
        var answered = by is not null && _watching.Contains(by) ? by : null;
        foreach (var one in _watching.Where(one => one.Concerns(message, answered)))
        {
            one.See(message, answered);
        }
    }
}
