namespace TalksBot.Simulators.Slack;

/// <summary>Requests a receiver must tell from real ones. slack.md §8.</summary>
public enum Forgery
{
    /// <summary>Nothing is wrong with it.</summary>
    None,

    /// <summary>Signed with another secret.</summary>
    WrongSignature,

    /// <summary>Signed rightly, ten minutes ago.</summary>
    OldTimestamp,

    /// <summary>Signed rightly, then the body was changed.</summary>
    TamperedBody,

    /// <summary>The last real request, byte for byte.</summary>
    Replay,

    /// <summary>No signature at all.</summary>
    NoSignature,

    /// <summary>Slack's own <c>ssl_check=1</c>, signed; to be answered 200.</summary>
    SslCheck,
}
