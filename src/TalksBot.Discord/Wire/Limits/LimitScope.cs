namespace TalksBot.Discord.Wire.Limits;

/// <summary>What a limit holds back.</summary>
public enum LimitScope
{
    /// <summary>This one request: a sub-limit that no header announces (discord.md §10).</summary>
    Request,

    /// <summary>The bucket within its channel, guild or webhook.</summary>
    Bucket,

    /// <summary>The bucket, filled by others as well; does not count as an invalid request.</summary>
    Shared,

    /// <summary>Everything the bot sends except answers to interactions.</summary>
    Global,

    /// <summary>Everything: Cloudflare turned the request away before Discord saw it.</summary>
    Edge,

    /// <summary>Everything: too many invalid requests in ten minutes would ban the address.</summary>
    InvalidRequests,
}
