namespace TalksBot.Slack.Wire;

/// <summary>Which addresses may be shown a token or a newsroom's text: encrypted ones, and plain ones on this machine.</summary>
internal static class SafeAddress
{
    public static bool Accepts(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address.Scheme is "https" or "wss" || (address.Scheme is "http" or "ws" && address.IsLoopback));

    /// <summary>Reads a websocket's address; null when it is none or unsafe.</summary>
    public static Uri? Socket(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "wss" or "ws" && Accepts(address)
            ? address
            : null;

    /// <summary>Reads an address to post to; null when it is none or unsafe.</summary>
    public static Uri? Web(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && Accepts(address)
            ? address
            : null;
}
