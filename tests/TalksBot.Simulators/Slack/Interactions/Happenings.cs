using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>
/// Tells the app of what it subscribed to, in the background and in order; what nobody took is kept, for Slack's <em>Delayed Events</em>
/// may bring it later under the same event id.
/// </summary>
internal sealed class Happenings(SlackWorld world, IDoor door, SlackStats stats) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly HashSet<string> _wanted = new(world.Options.Events, StringComparer.Ordinal);
    private readonly List<Envelope> _missed = [];
    private readonly List<Envelope> _told = [];
    private Task _work = Task.CompletedTask;

    /// <summary>The app asks for more kinds of events.</summary>
    public void Subscribe(IEnumerable<string> kinds) => _wanted.UnionWith(kinds);

    /// <summary>Call it while the world is held.</summary>
    public void Tell(string kind, JsonObject happening)
    {
        if (!_wanted.Contains(kind))
        {
            return;
        }

        happening["type"] ??= kind;
        happening["event_ts"] ??= $"{world.Now.ToUnixTimeSeconds()}.000200";
        Queue(new Envelope("events_api", new Payloads(world).Event(happening), AcceptsPayload: false));
    }

    /// <summary>A message as an event; only of channels that the bot is in.</summary>
    public void Tell(SlackMessage message)
    {
        if (message.OnlyFor is null && message.Channel.Members.Contains(world.Bot.Id))
        {
            var happening = message.ToJson(world, allMetadata: false);
            happening["channel"] = message.Channel.Id;
            happening["channel_type"] = message.Channel.Kind switch { ChannelKind.Public => "channel", ChannelKind.Private => "group", _ => "im" };
            happening["event_ts"] = message.Ts;
            Tell("message", happening);
        }
    }

    public void Miss(Envelope envelope)
    {
        lock (world.Gate)
        {
            _missed.Add(envelope);
        }
    }

    /// <summary>Brings what was missed, and everything told before once more when asked to; each under its own event id. Gives how many.</summary>
    public int Replay(bool everything)
    {
        lock (world.Gate)
        {
            List<Envelope> again = [.. everything ? _told : [], .. _missed];
            _missed.Clear();
            again.ForEach(envelope => Queue(envelope with { Attempt = 1 }));
            return again.Count;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested)
        {
            return;
        }

        await _ending.CancelAsync();
        await _work;
        _ending.Dispose();
    }

    private void Queue(Envelope envelope)
    {
        var before = _work;
        _work = Task.Run(async () =>
        {
            await before;
            await DeliverAsync(envelope);
        });
    }

    private async Task DeliverAsync(Envelope envelope)
    {
        try
        {
            var delivered = await door.DeliverAsync(envelope, _ending.Token);
            foreach (var wait in world.Options.EventRetries)
            {
                if (delivered.Kind is DeliveredKind.Acked)
                {
                    break;
                }

                await Task.Delay(wait, world.Options.Time, _ending.Token);
                stats.CountRetry();
                delivered = await door.DeliverAsync(envelope with { Attempt = envelope.Attempt + 1 }, _ending.Token);
            }

            lock (world.Gate)
            {
                (delivered.Kind is DeliveredKind.Acked ? _told : _missed).Add(envelope);
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The workspace is closing; nobody is told of anything any more.
        }
    }
}
