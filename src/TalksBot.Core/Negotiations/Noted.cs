namespace TalksBot.Core.Negotiations;

/// <summary>What a change made of a thing and why, in the one text that the record keeps of it: the value, then a colon and the words. Pure.</summary>
public static class Noted
{
    private const string Joint = ": ";

    /// <summary>As in <c>met: Both sides signed.</c>; the value alone where nothing is said.</summary>
    public static string Write(string value, string note) => note.Length == 0 ? value : $"{value}{Joint}{note}";

    /// <summary>The value, which holds no colon before a blank.</summary>
    public static string Value(string written) => written.Split(Joint, 2)[0];

    /// <summary>The words beside it; empty for none.</summary>
    public static string Note(string written) => written.Split(Joint, 2) is [_, var note] ? note : "";
}
