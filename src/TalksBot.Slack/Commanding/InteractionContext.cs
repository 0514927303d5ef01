using TalksBot.Slack.Posting;

namespace TalksBot.Slack.Commanding;

/// <summary>Somebody as Slack's message names them, before anything is looked up.</summary>
/// <param name="UserId">Their id, such as <c>U123</c>.</param>
/// <param name="TeamId">Their workspace; null where Slack does not say.</param>
/// <param name="Handle">Their handle; null where Slack does not say.</param>
internal sealed record Sender(string UserId, string? TeamId, string? Handle);

/// <summary>One thing that somebody did, however it came: a command, a press, a form, a mention.</summary>
/// <param name="Connection">The connection it came by.</param>
/// <param name="Sender">Who did it.</param>
/// <param name="Place">Where.</param>
/// <param name="Receipt">Tells Slack that it has arrived.</param>
internal sealed record InteractionContext(SlackConnection Connection, Sender Sender, SlackPlace Place, IReceipt Receipt)
{
    /// <summary>What Slack calls it, the same each time it is told; null where Slack gave it no name.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>True when the receipt itself may carry the answer.</summary>
    public bool AnswersInReceipt { get; init; }

    /// <summary>Where to answer later; null where Slack gave no address.</summary>
    public AnswerAddress? Address { get; init; }

    /// <summary>True on the app's own page, where an answer is shown in place of what stood there.</summary>
    public bool IsHome { get; init; }

    /// <summary>Opens one form within three seconds; null where Slack gave none.</summary>
    public string? TriggerId { get; init; }
}
