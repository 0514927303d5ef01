namespace TalksBot.Slack.Wire.Api;

/// <summary>An error as Slack words it (slack.md §1); <c>http_404</c> and the like where only a status came.</summary>
/// <param name="Code">Slack's code: <c>channel_not_found</c>.</param>
public sealed record SlackError(string Code)
{
    /// <summary>What exactly is wrong, with a pointer into the arguments; empty when Slack does not say.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The scope that is missing, with <c>missing_scope</c>.</summary>
    public string? Needed { get; init; }

    /// <summary>The scopes the token has, with <c>missing_scope</c>.</summary>
    public string? Provided { get; init; }

    public override string ToString() =>
        $"{Code}{(Needed is null ? "" : $" (needs {Needed})")}{string.Concat(Messages.Select(message => $"; {message}"))}";
}
