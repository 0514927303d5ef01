namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How a connection ended and what to do about it.</summary>
internal sealed record ConnectionEnd(NextStep Next, int? CloseCode, string Reason)
{
    /// <summary>How long it lived after READY or RESUMED; null when it never did.</summary>
    public TimeSpan? LiveFor { get; init; }

    /// <summary>Nobody answered at all: no connection came about, or Discord would not say where to connect.</summary>
    public bool WasSilent { get; init; }

    /// <summary>It was told to pause for a moment before the next (after op 9).</summary>
    public bool PauseBriefly { get; init; }

    public static ConnectionEnd Closed(int? code) => new(CloseCodes.NextStep(code), code, CloseCodes.Meaning(code));
}
