namespace TalksBot.Discord.Wire.Rest;

/// <summary>Where a request goes, and what Discord counts it against (discord.md §10).</summary>
internal sealed class Route
{
    private Route(HttpMethod method, string template, IReadOnlyList<string> values)
    {
        Method = method;
        Template = template;
        Key = $"{method} {template}";
        Path = Fill(template, values);
        ForInteraction = template.StartsWith("/interactions/", StringComparison.Ordinal)
            || template.StartsWith("/webhooks/", StringComparison.Ordinal);
        Major = ForInteraction ? $"{values[0]}/{values[1]}" : MajorOf(template, values);
    }

    public HttpMethod Method { get; }

    /// <summary>The path with names in braces instead of ids and tokens.</summary>
    public string Template { get; }

    /// <summary>Method and template, ids left out: the route whose bucket is learned.</summary>
    public string Key { get; }

    /// <summary>The channel, guild or webhook that has its own count within a bucket.</summary>
    public string Major { get; }

    /// <summary>The path with its ids, which may hold an interaction's token: keep it out of logs.</summary>
    public string Path { get; private init; }

    /// <summary>Takes its right from the path, wants no bot token and is exempt from the global limit (discord.md §7).</summary>
    public bool ForInteraction { get; }

    /// <summary>Fills the braces of a template in order.</summary>
    public static Route Of(HttpMethod method, string template, params IReadOnlyList<string> values) =>
        new(method, template, values);

    /// <summary>The same route with a query behind its path.</summary>
    public Route With(IReadOnlyList<KeyValuePair<string, string>> query) =>
        query.Count == 0
            ? this
            : new(this) { Path = $"{Path}?{string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"))}" };

    public override string ToString() => Key;

    private Route(Route other) =>
        (Method, Template, Key, Major, Path, ForInteraction) = (other.Method, other.Template, other.Key, other.Major, other.Path, other.ForInteraction);

    private static string MajorOf(string template, IReadOnlyList<string> values) =>
        template.StartsWith("/channels/", StringComparison.Ordinal)
        || template.StartsWith("/guilds/", StringComparison.Ordinal)
            ? values[0]
            : "";

    private static string Fill(string template, IReadOnlyList<string> values)
    {
        var next = 0;
        var parts = template.Split('/').Select(
            part => part.StartsWith('{') ? Uri.EscapeDataString(values[next++]) : part);
        return string.Join('/', parts);
    }
}
