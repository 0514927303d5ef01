using Microsoft.Extensions.Options;
using TalksBot.Chat.Configuration;

namespace TalksBot.Mail.Pushing;

/// <summary>Where alarms are pushed to, so that a phone rings: a topic of ntfy, or of anything that takes plain text by POST.</summary>
public sealed class PushOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Push";

    /// <summary>The topic's address: https, or http on this machine only. While it is empty, nothing is pushed.</summary>
    public string Url { get; set => field = value ?? ""; } = "";

    /// <summary>What is shown for it as <c>Authorization: Bearer</c>; empty where nothing is asked for.</summary>
    public string Token { get; set => field = value ?? ""; } = "";
}

/// <summary>Names every faulty key of push at once, with its fault and its mend; never the token.</summary>
internal sealed class PushOptionsValidator : IValidateOptions<PushOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PushOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PushOptions options)
    {
        if (ConnectionFaults.OfAddress($"{PushOptions.Section}:Url", options.Url, "write one such as https://ntfy.example.org/desk", "alarms") is { } unsafeAddress)
        {
            yield return unsafeAddress;
        }

        if (options.Token.Any(letter => letter is <= ' ' or > '~'))
        {
            yield return $"{PushOptions.Section}:Token has a letter that no token has; copy it anew, without spaces.";
        }
    }
}
