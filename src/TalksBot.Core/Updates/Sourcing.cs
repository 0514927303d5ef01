namespace TalksBot.Core.Updates;

/// <summary>How well an update is sourced. Numbers are stored: never renumber.</summary>
public enum Sourcing
{
    /// <summary>Said by a named person for publication.</summary>
    OnRecord = 1,

    /// <summary>Said by an official in that capacity.</summary>
    Official = 2,

    /// <summary>Said by somebody who may not be named.</summary>
    Unnamed = 3,
}
