using System.Net;
using Microsoft.Extensions.Options;

namespace TalksBot.Features.Settings;

/// <summary>Where the desk can be looked at with a browser.</summary>
public sealed class WebOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Web";

    /// <summary>The address listened at when nothing else is said: this machine alone reaches it.</summary>
    public const string DefaultUrls = "http://127.0.0.1:8095";

    /// <summary>Whether anything listens.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The addresses listened at, with semicolons between them.</summary>
    public string Urls { get; set => field = value ?? ""; } = DefaultUrls;

    /// <summary>True where it is meant that others on the network reach an address.</summary>
    public bool OpenToNetwork { get; set; }

    /// <summary>The address that browsers use where that is another, such as a proxy's; empty for the first of <see cref="Urls"/>.</summary>
    public string Address { get; set => field = value ?? ""; } = "";

    /// <summary><see cref="Urls"/>, read; what cannot be read is left out.</summary>
    public IReadOnlyList<WebEndPoint> ReadUrls() => [.. Texts.Select(WebEndPoint.Read).OfType<WebEndPoint>()];

    /// <summary>What browsers put before a path, without a slash at its end.</summary>
    public string Root => Address.Length > 0 ? Address.TrimEnd('/') : ReadUrls()[0].Url;

    internal IReadOnlyList<string> Texts => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>An address listened at.</summary>
/// <param name="Address">Of the network.</param>
/// <param name="Port">The port; zero for any that is free.</param>
public sealed record WebEndPoint(IPAddress Address, int Port)
{
    /// <summary>True where this machine alone reaches it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <summary>How it is written.</summary>
    public string Url => $"http://{new IPEndPoint(IsEverywhere ? IPAddress.Loopback : Address, Port)}";

    private bool IsEverywhere => Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any);

    /// <summary>Reads one: a number of an address, <c>localhost</c>, or <c>*</c> for every address of this machine. Null for anything else.</summary>
    public static WebEndPoint? Read(string text)
    {
        if (!Uri.TryCreate(text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)
            || url is not { Scheme: "http", PathAndQuery: "/", UserInfo: "", Fragment: "" })
        {
            return null;
        }

        if (url.Host == "localhost")
        {
            return new WebEndPoint(IPAddress.Loopback, url.Port);
        }

        return IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? new WebEndPoint(address, url.Port) : null;
    }
}

/// <summary>Names every faulty key at once, with its fault and its mend.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WebOptions options)
    {
        if (options.Texts.Count == 0)
        {
            yield return $"{WebOptions.Section}:Urls is empty; write an address such as {WebOptions.DefaultUrls}, or set {WebOptions.Section}:Enabled to false.";
        }

        foreach (var text in options.Texts)
        {
            switch (WebEndPoint.Read(text))
            {
                case null:
                    yield return $"{WebOptions.Section}:Urls holds \"{text}\", which cannot be listened at; write http://, a number of this machine and a port, such as {WebOptions.DefaultUrls}. For https put a proxy before it.";
                    break;
                case { IsLoopback: false } when !options.OpenToNetwork:
                    yield return $"{WebOptions.Section}:Urls holds \"{text}\", which others on the network reach; set {WebOptions.Section}:OpenToNetwork to true if that is meant, or write {WebOptions.DefaultUrls}.";
                    break;
            }
        }

        if (options.Address.Length > 0 && !(Uri.TryCreate(options.Address, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }))
        {
            yield return $"{WebOptions.Section}:Address is \"{options.Address}\"; write what browsers put before a path, such as https://wall.newsroom.example.";
        }
    }
}
