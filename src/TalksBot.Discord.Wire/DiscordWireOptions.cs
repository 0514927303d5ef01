namespace TalksBot.Discord.Wire;

/// <summary>How to reach Discord and how hard to press.</summary>
public sealed record DiscordWireOptions
{
    public required Secret Token { get; init; }

    /// <summary>The versioned root of the REST API; https, or plain http on this machine only.</summary>
    public Uri ApiUrl { get; init; } = new("https://discord.com/api/v10");

    /// <summary>In Discord's form <c>DiscordBot (url, version)</c>, or Cloudflare may refuse it (discord.md §1).</summary>
    public string UserAgent { get; init; } = "DiscordBot (https://talksbot.invalid, 1.0)";

    /// <summary>Requests a second over all routes: Discord announces its 50 in prose only (discord.md §10). Zero lifts it.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>How long one request may take before its answer counts as lost.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest single wait for a limit; beyond it the caller is told rather than held.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>401, 403 and 429 answers in ten minutes before sending stops: Discord bans the address at 10,000 (discord.md §10).</summary>
    public int InvalidRequestCeiling { get; init; } = 9_000;

    /// <summary>What is wrong with these options and how to mend it, or null.</summary>
    public string? Fault()
    {
        if (string.IsNullOrWhiteSpace(Token.Reveal()))
        {
            return "The bot token is empty: copy it from the application's page at Discord.";
        }

        if (!SafeAddress.Accepts(ApiUrl))
        {
            return $"{ApiUrl} would carry the token in the open: use https, or http on this machine only.";
        }

        return GlobalPerSecond < 0 || InvalidRequestCeiling < 1 || Timeout <= TimeSpan.Zero || Patience < TimeSpan.Zero
            ? "The limits must not be negative, nor the timeout and the ceiling zero."
            : null;
    }
}
