using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Webhook;

/// <summary>One receiver of events; each entry of the section is one connection, and its key is the connection's name.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where the connections stand, each under its name.</summary>
    public const string Section = "TalksBot:Platforms:Webhook";

    /// <summary>Where events are posted to: https, or http on this machine only. While it is empty the connection plays no part.</summary>
    public string Url { get; set => field = value ?? ""; } = "";

    /// <summary>What events are signed with: <c>whsec_</c> and 24 to 64 bytes in base64, as Standard Webhooks 1.0.0 has it.</summary>
    public string Secret { get; set => field = value ?? ""; } = "";
}

/// <summary>Names every faulty key of a connection at once, with its fault and its mend; never the secret.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var faults = Faults(name ?? "", options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string name, WebhookOptions options)
    {
        var section = $"{WebhookOptions.Section}:{name}";
        if (!ChannelAddress.TryParse($"{WebhookPlatform.PlatformName}:{name}/desk", out var address) || address.Connection != name)
        {
            yield return $"{section} cannot be a connection's name; use letters, digits and hyphens, such as cms.";
        }

        if (Echo.HoldsCredentials(options.Url))
        {
            yield return $"{section}:Url is \"{Echo.Address(options.Url)}\", with a name or a password in it, which logs would show; write the address without them.";
        }
        else if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            yield return $"{section}:Url is \"{Echo.Address(options.Url)}\", which is no web address; write one such as https://cms.example.org/talks.";
        }
        else if (url.Scheme is "http" && !url.IsLoopback)
        {
            yield return $"{section}:Url is \"{Echo.Address(options.Url)}\", which would carry the news in the open; use https, or http on this machine only.";
        }

        if (!WebhookSignature.TryReadKey(options.Secret, out _))
        {
            yield return $"{section}:Secret is no signing secret, which is whsec_ and 24 to 64 bytes in base64; make one with: echo whsec_$(openssl rand -base64 32)";
        }
    }
}
