namespace TalksBot.Simulators.Slack.Interactions;

internal enum DeliveredKind
{
    Acked,
    TimedOut,

    /// <summary>Nobody was there to take it, or they failed.</summary>
    NoDoor,
}
