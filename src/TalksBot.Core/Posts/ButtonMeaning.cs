namespace TalksBot.Core.Posts;

/// <summary>What pressing a button means. Numbers are stored: never renumber.</summary>
public enum ButtonMeaning
{
    /// <summary>Neither a yes nor a no.</summary>
    Plain = 0,

    /// <summary>A yes that cannot simply be taken back: green.</summary>
    Yes = 1,

    /// <summary>A no: red.</summary>
    No = 2,

    /// <summary>Somebody has seen the post.</summary>
    Seen = 3,

    /// <summary>Takes back what was done.</summary>
    Back = 4,
}
