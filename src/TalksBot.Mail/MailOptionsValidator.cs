using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;

namespace TalksBot.Mail;

/// <summary>Names every faulty key of mail at once, with its fault and its mend; never the password.</summary>
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).Concat(options.Digests.SelectMany(Faults)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return $"{MailOptions.Section}:Host is \"{Echo.Of(options.Host)}\", which is no server's name; write one such as smtp.example.org.";
        }

        if (options.PortNumber is null)
        {
            yield return $"{MailOptions.Section}:Port is \"{Echo.Of(options.Port)}\"; write the server's port, which is 587 for StartTls and 465 for Tls.";
        }

        if (OfSecurity(options) is { } insecure)
        {
            yield return insecure;
        }

        if (options.UserName.Length == 0 != (options.Password.Length == 0))
        {
            yield return $"{MailOptions.Section} has one of UserName and Password alone; set both, or neither where the server asks nobody.";
        }

        foreach (var (key, address) in options.Recipients.Select(address => ("To", address)).Prepend(("From", options.From)))
        {
            if (!IsAddress(address))
            {
                yield return $"{MailOptions.Section}:{key} has \"{Echo.Of(address)}\", which is no address for mail; write one such as desk@example.org.";
            }
        }
    }

    private static string? OfSecurity(MailOptions options) => options.Security switch
    {
        MailSecurity.StartTls or MailSecurity.Tls => null,
        MailSecurity.None when IsHere(options.Host) => null,
        MailSecurity.None => $"{MailOptions.Section}:Security is None, which would carry the news in the open to {Echo.Of(options.Host)}; use StartTls or Tls, or None with a server on this machine only.",
        _ => $"{MailOptions.Section}:Security is \"{Echo.Of(options.Security)}\"; write StartTls, Tls, or None for a server on this machine.",
    };

    private static IEnumerable<string> Faults(MailDigestOptions digest, int place)
    {
        var section = $"{MailOptions.Section}:Digests:{place}";
        if (!IsAddress(digest.To))
        {
            yield return $"{section}:To is \"{Echo.Of(digest.To)}\", which is no address for mail; write one such as editor@example.org.";
        }

        if (string.IsNullOrWhiteSpace(digest.Talks))
        {
            yield return $"{section}:Talks is empty; write the talks' short name, or all.";
        }

        if (!HourText.TryParse(digest.At, out _))
        {
            yield return $"{section}:At is \"{Echo.Of(digest.At)}\", which is no hour; write one such as 07:00.";
        }

        if (!WallClock.TryParse(digest.Zone, out _))
        {
            yield return $"{section}:Zone is \"{Echo.Of(digest.Zone)}\", which is no time zone; write an IANA name such as Europe/Zurich.";
        }
    }

    private static bool IsHere(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>An address that may stand in a header and as the name of a channel: nothing in it needs quotes.</summary>
    private static bool IsAddress(string text) => Address().IsMatch(text) && ChannelAddress.TryParse($"{MailChannels.Platform}:{text}", out _);

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\z", RegexOptions.None, 1000)]
    private static partial Regex Address();
}

/// <summary>Mail addresses as channels.</summary>
internal static class MailChannels
{
    /// <summary>The platform's name in channel addresses.</summary>
    public const string Platform = "mail";

    /// <summary>An address as a channel.</summary>
    public static ChannelAddress Of(string address) => new(Platform, "", address);
}
