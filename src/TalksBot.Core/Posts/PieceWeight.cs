namespace TalksBot.Core.Posts;

/// <summary>How much a reader would miss a piece where there is no room for all of a post. Numbers are stored: never renumber.</summary>
public enum PieceWeight
{
    /// <summary>Goes before what must stay, the last of a list before the first.</summary>
    Usual = 0,

    /// <summary>Goes first.</summary>
    Extra = 1,

    /// <summary>Stays, if need be with its words shortened.</summary>
    Essential = 2,
}
