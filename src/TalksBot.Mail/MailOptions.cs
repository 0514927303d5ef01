using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TalksBot.Mail;

/// <summary>How mail is sent, and to whom. While <see cref="Host"/> is empty, none is.</summary>
public sealed class MailOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Mail";

    /// <summary>The mail server.</summary>
    public string Host { get; set => field = value ?? ""; } = "";

    /// <summary>Its port: 587 for <c>StartTls</c>, 465 for <c>Tls</c>.</summary>
    public string Port { get; set => field = value ?? ""; } = "587";

    /// <summary><c>StartTls</c>, <c>Tls</c>, or <c>None</c> for a server on this machine. A word and no enumeration, so that another is refused in a sentence.</summary>
    public string Security { get; set => field = value ?? ""; } = MailSecurity.StartTls;

    /// <summary>Who logs in; empty where the server asks nobody.</summary>
    public string UserName { get; set => field = value ?? ""; } = "";

    /// <summary>With which password.</summary>
    public string Password { get; set => field = value ?? ""; } = "";

    /// <summary>The address that mail comes from.</summary>
    public string From { get; set => field = value ?? ""; } = "";

    /// <summary>Who hears of what a person must mend: addresses with commas between them; empty for nobody.</summary>
    public string To { get; set => field = value ?? ""; } = "";

    /// <summary>Who gets digests.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The configuration binder replaces arrays and appends to lists.")]
    public MailDigestOptions[] Digests { get; set; } = [];

    /// <summary><see cref="Port"/>, read; null where it is none.</summary>
    internal int? PortNumber => int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535 ? port : null;

    /// <summary><see cref="To"/>, read.</summary>
    internal IReadOnlyList<string> Recipients => To.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Somebody who gets digests by mail.</summary>
public sealed class MailDigestOptions
{
    /// <summary>Every talks that is open.</summary>
    public const string All = "all";

    /// <summary>Their address.</summary>
    public string To { get; set => field = value ?? ""; } = "";

    /// <summary>The talks by their slug, or <c>all</c>; each digest is a mail of its own.</summary>
    public string Talks { get; set => field = value ?? ""; } = All;

    /// <summary>The local hour, as in <c>07:00</c>.</summary>
    public string At { get; set => field = value ?? ""; } = "07:00";

    /// <summary>Where that hour is read: an IANA name or a place.</summary>
    public string Zone { get; set => field = value ?? ""; } = "America/New_York";
}

/// <summary>How the way to the mail server is kept from others' eyes.</summary>
internal static class MailSecurity
{
    /// <summary>It begins in the open and must turn to TLS before anything is said.</summary>
    public const string StartTls = "StartTls";

    /// <summary>TLS from the first byte.</summary>
    public const string Tls = "Tls";

    /// <summary>In the open, on this machine only.</summary>
    public const string None = "None";
}
