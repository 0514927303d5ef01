namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How a connection ended and what to do about it.</summary>
internal sealed record ConnectionEnd(NextStep Next, int? CloseCode, string Reason)
{
    /// <summary>It got as far as READY or RESUMED.</summary>
    public bool WasLive { get; init; }

    /// <summary>It was told to pause for a moment before the next (after op 9).</summary>
    public bool PauseBriefly { get; init; }

    public static ConnectionEnd Closed(int? code) => new(CloseCodes.NextStep(code), code, CloseCodes.Meaning(code));
}
