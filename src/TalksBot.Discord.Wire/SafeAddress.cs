namespace TalksBot.Discord.Wire;

/// <summary>Which addresses may be shown a token: encrypted ones, and plain ones that never leave this machine.</summary>
internal static class SafeAddress
{
    public static bool Accepts(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address.Scheme is "https" or "wss" || (address.Scheme is "http" or "ws" && address.IsLoopback));

    /// <summary>Reads a gateway's address; null when it is none or unsafe.</summary>
    public static Uri? Gateway(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "wss" or "ws"
        && address.Fragment.Length == 0
        && Accepts(address)
            ? address
            : null;
}
