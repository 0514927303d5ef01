namespace TalksBot.Simulators.Discord;

/// <summary>So many requests in so long.</summary>
public sealed record RateLimit(int Requests, TimeSpan Per);
