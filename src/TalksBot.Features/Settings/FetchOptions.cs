using Microsoft.Extensions.Options;

namespace TalksBot.Features.Settings;

/// <summary>What TalksBot may read from the web when a person or a feed names an address.</summary>
public sealed class FetchOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Fetch";

    /// <summary>
    /// Hosts that are asked although they are on an internal network, with semicolons between them: a name or number as addresses write it, with a port where
    /// only that one is meant. Whatever else is internal is never asked.
    /// </summary>
    public string InternalHosts { get; set => field = value ?? ""; } = "";

    internal IReadOnlyList<string> Names => [.. InternalHosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>True where the host of an address is one of <see cref="InternalHosts"/>.</summary>
    internal bool IsNamed(Uri address) => Names.Any(name =>
        name.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase)
        || name.Equals(address.Host, StringComparison.OrdinalIgnoreCase)
        || name.Equals($"{address.Host}:{address.Port}", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Names every faulty host, with its mend.</summary>
internal sealed class FetchOptionsValidator : IValidateOptions<FetchOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FetchOptions options)
    {
        var faults = options.Names.Where(host => !IsHost(host)).Select(host =>
            $"{FetchOptions.Section}:InternalHosts holds \"{host}\", which is no host; write a name such as feeds.newsroom.example, or with a port feeds.newsroom.example:8080.").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsHost(string host) =>
        Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var url) && url is { PathAndQuery: "/", UserInfo: "", Fragment: "" } && host.IndexOfAny(['/', '?', '#', '*', ' ']) < 0;
}
