namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>The way to the app: Socket Mode or signed HTTP.</summary>
internal interface IDoor
{
    Task<Delivered> DeliverAsync(Envelope envelope, CancellationToken token);
}
