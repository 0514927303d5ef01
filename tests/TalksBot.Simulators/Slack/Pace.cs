namespace TalksBot.Simulators.Slack;

/// <summary>So many requests in so long, of which <paramref name="Burst"/> may come at once. Slack publishes no burst sizes.</summary>
public sealed record Pace(int Requests, TimeSpan Per, int Burst);
