using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>One act of a person and everything that came of it.</summary>
internal sealed class Exchange(SlackUser user, SlackChannel? channel, Instant at)
{
    public SlackUser User => user;

    /// <summary>Null when it happened inside a modal.</summary>
    public SlackChannel? Channel => channel;

    public Instant At => at;

    public string TriggerId { get; } = $"{SlackIds.Secret(13)}.{SlackIds.Secret(13)}.{SlackIds.Secret(32)}";

    public bool TriggerUsed { get; set; }

    /// <summary>Part of the response address.</summary>
    public string ResponseSecret { get; } = SlackIds.Secret(24);

    public int ResponseUses { get; set; }

    /// <summary>The command as typed; null for a press.</summary>
    public string? Typed { get; init; }

    /// <summary>The message that was pressed; null for a command.</summary>
    public SlackMessage? Source { get; init; }

    /// <summary>The modal it happened in; null elsewhere.</summary>
    public SlackView? On { get; init; }

    /// <summary>The modal it opened.</summary>
    public SlackView? Opened { get; set; }

    /// <summary>What the app's answers may replace or delete: the pressed message, or the latest answer.</summary>
    public SlackMessage? Latest { get; set; }

    /// <summary>Messages that came or changed meanwhile where the person can see them.</summary>
    public List<SlackMessage> Seen { get; } = [];

    /// <summary>Ends when there is something to see, be it the answer or not.</summary>
    public TaskCompletionSource Noticed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the answer is there: a modal, or a message that can be nothing else.</summary>
    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the person sees the app show or change a message that is not the answer to something else.</summary>
    /// <param name="message">The message.</param>
    /// <param name="by">The act it answers; null when the app did not say.</param>
    public bool Concerns(SlackMessage message, Exchange? by) =>
        channel == message.Channel
        && (message.OnlyFor is null || message.OnlyFor == user.Id)
        && (by == this || message == Source || (by is null && message.Author.BotId is not null));

    /// <summary>Takes note of a message that came or changed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="by">The act it answers; null when the app did not say.</param>
    public void See(SlackMessage message, Exchange? by)
    {
        if (!Seen.Contains(message))
        {
            Seen.Add(message);
        }

        Noticed.TrySetResult();
        if (by == this || message.OnlyFor is not null)
        {
            Answered.TrySetResult();
        }
    }

    /// <summary>Takes note of a modal that opened.</summary>
    public void See(SlackView view)
    {
        Opened = view;
        SeeChange();
    }

    /// <summary>Takes note that the modal it happened in has changed.</summary>
    public void SeeChange()
    {
        Noticed.TrySetResult();
        Answered.TrySetResult();
    }
}
