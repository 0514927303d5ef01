using TalksBot.Testing.Slack.State;

namespace TalksBot.Testing.Slack.People;

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

    public TaskCompletionSource Noticed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void See(SlackMessage message)
    {
        if (!Seen.Contains(message))
        {
            Seen.Add(message);
        }

        Noticed.TrySetResult();
    }
}
