namespace TalksBot.Simulators.Discord.Web;

/// <summary>One operation, under the id that Discord's OpenAPI document gives it.</summary>
internal sealed record RestRoute(string Operation, string Method, string Template, Func<RestCall, RestReply> Handle)
{
    /// <summary>Routes with the same bucket and major parameter share a limit. Protocol sheet §10.</summary>
    public string Bucket { get; init; } = Operation;

    public RateLimit? Limit { get; init; }

    /// <summary>Callbacks, webhooks and the plain Gateway address need no token and are spared the global limit.</summary>
    public bool Open { get; init; }

    public bool TakesBody => Method is "POST" or "PATCH" or "PUT" && !Bodyless;

    public bool Bodyless { get; init; }

    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path values when the path is this route's, otherwise null.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != Segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (Segments[i][0] is '{')
            {
                values[Segments[i][1..^1]] = path[i];
            }
            else if (!string.Equals(Segments[i], path[i], StringComparison.Ordinal))
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>The part of the path that a limit is kept for.</summary>
    public static string Major(IReadOnlyDictionary<string, string> path) =>
        path.GetValueOrDefault("channel_id") ?? path.GetValueOrDefault("guild_id") ?? path.GetValueOrDefault("token") ?? "";
}
