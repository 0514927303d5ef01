namespace TalksBot.Core.Commands;

/// <summary>What came of giving a claim code.</summary>
public enum ClaimTry
{
    /// <summary>It is the code.</summary>
    Right,

    /// <summary>It is another.</summary>
    Wrong,

    /// <summary>Too many wrong ones were given lately, so none is looked at.</summary>
    TooMany,
}
