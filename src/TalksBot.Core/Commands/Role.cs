namespace TalksBot.Core.Commands;

/// <summary>What a person may do; each role may do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Reader = 0,

    /// <summary>Adds updates and sessions.</summary>
    Reporter = 1,

    /// <summary>Everything about talks.</summary>
    Editor = 2,

    /// <summary>Follows and settings.</summary>
    Chief = 3,
}
