using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>Hands acts to the app, waits three seconds, and tells what the person sees then.</summary>
internal sealed class Desk(SlackWorld world, IDoor door, AckEffects effects, SlackStats stats)
{
    /// <summary>Told of an event that nobody took, however often it came.</summary>
    public Action<Envelope> Missed { get; init; } = _ => { };

    public async Task<SlackAnswer> AskAsync(Func<Act> make, CancellationToken token)
    {
        Act act;
        lock (world.Gate)
        {
            act = make();
            world.Exchanges.Begin(act.Exchange);
        }

        var started = world.Options.Time.GetTimestamp();
        var delivered = await DeliverAsync(act.Envelope, token);
        var took = world.Options.Time.GetElapsedTime(started);
        var answer = Settle(act, delivered) with { Took = took };
        if (answer is { Kind: SlackAnswerKind.Acked, Errors.Count: 0, Options.Count: 0, View: null } && act.Envelope.IsAnswered)
        {
            await WaitForAnswerAsync(act.Exchange, act.LooksBriefly ? world.Options.AnswerLull : world.Options.AnswerPatience, token);
        }

        lock (world.Gate)
        {
            world.Exchanges.End(act.Exchange);
            return answer with
            {
                Messages = [.. act.Exchange.Seen.Select(message => message.ToPosted(world))],
                View = (act.Exchange.Opened ?? Front(act.Exchange))?.ToJson(world),
            };
        }
    }

    /// <summary>Events come again when nobody acknowledges; the rest does not. slack.md §14, line 20.</summary>
    private async Task<Delivered> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        var delivered = await door.DeliverAsync(envelope, token);
        var waits = envelope.Type is "events_api" ? world.Options.EventRetries : [];
        for (var retry = 0; retry < waits.Count && delivered.Kind is not DeliveredKind.Acked; retry++)
        {
            await Task.Delay(waits[retry], world.Options.Time, token);
            stats.CountRetry();
            delivered = await door.DeliverAsync(envelope with { Attempt = retry + 1 }, token);
        }

        if (envelope.Type is "events_api" && delivered.Kind is not DeliveredKind.Acked)
        {
            Missed(envelope);
        }

        return delivered;
    }

    private SlackAnswer Settle(Act act, Delivered delivered)
    {
        if (delivered.Kind is not DeliveredKind.Acked)
        {
            stats.CountTimeOut();
            return new SlackAnswer(delivered.Kind is DeliveredKind.TimedOut ? SlackAnswerKind.TimedOut : SlackAnswerKind.DispatchFailed);
        }

        lock (world.Gate)
        {
            try
            {
                return effects.Apply(act, delivered.Payload);
            }
            catch (Refusal refusal)
            {
                stats.AddInvalid($"ack of {act.Envelope.Type}", [refusal.Error, .. refusal.Complaints]);
                return new SlackAnswer(SlackAnswerKind.Invalid) { Failure = refusal.Error };
            }
        }
    }

    private async Task WaitForAnswerAsync(Exchange exchange, TimeSpan patience, CancellationToken token)
    {
        try
        {
            await exchange.Noticed.Task.WaitAsync(patience, token);
            await exchange.Answered.Task.WaitAsync(world.Options.AnswerLull, token);
        }
        catch (TimeoutException)
        {
            // The app has nothing to show; that is an answer too.
        }
    }

    /// <summary>The modal in front after an act in one.</summary>
    private static SlackView? Front(Exchange exchange) => exchange.On?.Stack.LastOrDefault();
}
