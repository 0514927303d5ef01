using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Posting;

/// <summary>Messages that wait, posted when their moment comes. slack.md §14, line 27.</summary>
internal sealed class Schedule : IDisposable
{
    private const int MostInAWindow = 30;
    private static readonly Duration Window = Duration.FromMinutes(5);
    private static readonly Duration Furthest = Duration.FromDays(120);

    /// <summary>Timers cannot wait for months.</summary>
    private static readonly Duration LongestSleep = Duration.FromDays(1);

    private readonly SlackWorld _world;
    private readonly Poster _poster;
    private readonly List<ScheduledMessage> _waiting = [];
    private readonly ITimer _alarm;

    public Schedule(SlackWorld world, Poster poster)
    {
        (_world, _poster) = (world, poster);
        _alarm = world.Options.Time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What waits, the next first.</summary>
    public IReadOnlyList<ScheduledMessage> Waiting => [.. _waiting.OrderBy(one => one.PostAt)];

    public void Add(ScheduledMessage message)
    {
        if (message.PostAt <= _world.Now)
        {
            throw new Refusal("time_in_past");
        }

        if (message.PostAt > _world.Now + Furthest)
        {
            throw new Refusal("time_too_far");
        }

        if (_waiting.Count(one => one.Channel == message.Channel && WindowOf(one) == WindowOf(message)) >= MostInAWindow)
        {
            throw new Refusal("restricted_too_many");
        }

        _waiting.Add(message);
        Arm();
    }

    public void Remove(SlackChannel channel, string id)
    {
        if (_waiting.RemoveAll(one => one.Channel == channel && one.Id == id) == 0)
        {
            throw new Refusal("invalid_scheduled_message_id");
        }
    }

    public void Dispose() => _alarm.Dispose();

    private static long WindowOf(ScheduledMessage message) => message.PostAt.ToUnixTimeSeconds() / (long)Window.TotalSeconds;

    private void Ring()
    {
        lock (_world.Gate)
        {
            foreach (var due in Waiting.TakeWhile(one => one.PostAt <= _world.Now))
            {
                _waiting.Remove(due);
                Post(due);
            }

            Arm();
        }
    }

    /// <summary>One that carries metadata never appears: Slack's documentation warns of it.</summary>
    private void Post(ScheduledMessage message)
    {
        if (message is { Draft.Metadata: null, Channel.Archived: false })
        {
            _poster.Create(message.Channel, _world.Bot, message.Draft, (message.ThreadTs, null));
        }
    }

    private void Arm()
    {
        if (Waiting is [var next, ..])
        {
            var wait = Duration.Min(Duration.Max(next.PostAt - _world.Now, Duration.Zero), LongestSleep);
            _alarm.Change(wait.ToTimeSpan(), Timeout.InfiniteTimeSpan);
        }
    }
}
