using Microsoft.Extensions.Options;
using TalksBot.Chat.Configuration;

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
        if (ConnectionFaults.OfName(section, WebhookPlatform.PlatformName, name) is { } unfit)
        {
            yield return unfit;
        }

        if (ConnectionFaults.OfAddress($"{section}:Url", options.Url, "write one such as https://cms.example.org/talks", "the news") is { } unsafeAddress)
        {
            yield return unsafeAddress;
        }

        if (!WebhookSignature.TryReadKey(options.Secret, out _))
        {
            yield return $"{section}:Secret is no signing secret, which is whsec_ and 24 to 64 bytes in base64; make one with: echo whsec_$(openssl rand -base64 32)";
        }
    }
}
