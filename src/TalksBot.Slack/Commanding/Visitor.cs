namespace TalksBot.Slack.Commanding;

/// <summary>Somebody as Slack's message names them, before anything is looked up.</summary>
/// <param name="UserId">Their id, such as <c>U123</c>.</param>
/// <param name="TeamId">Their workspace; null where Slack does not say.</param>
/// <param name="Handle">Their handle; null where Slack does not say.</param>
internal sealed record Visitor(string UserId, string? TeamId, string? Handle);
