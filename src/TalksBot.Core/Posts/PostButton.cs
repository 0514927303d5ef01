using System.Text.Json.Serialization;

namespace TalksBot.Core.Posts;

/// <summary>Something a reader may do at once.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Command">The command a press stands for, as it would be typed.</param>
public sealed record PostButton(string Label, string Command)
{
    /// <summary>Stands in the command for what is left to be written.</summary>
    public const string Unwritten = "-";

    /// <summary>True where a press first shows what the command says, to be written or changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OpensForm { get; init; }

    /// <summary>What pressing it means, which platforms show as a colour.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ButtonMeaning Meaning { get; init; }

    /// <summary>True for the button that says that a post was seen; posts of earlier versions show it by the command alone.</summary>
    [JsonIgnore]
    public bool AsksForWord => Meaning is ButtonMeaning.Seen || (Meaning is ButtonMeaning.Plain && Command.StartsWith("/talks acknowledge ", StringComparison.Ordinal));
}

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
