namespace TalksBot.Core.Negotiations;

/// <summary>What a post is about: the talks by name, so that two talks in one channel can be told apart, then the matter. Pure.</summary>
public static class TalksHeading
{
    /// <summary>As in <c>US–Japan autos: tariffs on luxury cars</c>; the name alone where no more is said.</summary>
    public static string Of(Negotiation talks, string matter = "") => matter.Length == 0 ? talks.Title : $"{talks.Title}: {matter}";

    /// <summary>As in <c>US–Japan autos (JP)</c>; the name alone for no side.</summary>
    public static string OfSide(Negotiation talks, string side) => side.Length == 0 ? talks.Title : $"{talks.Title} ({side})";
}
