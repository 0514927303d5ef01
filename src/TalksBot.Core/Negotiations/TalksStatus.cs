using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>Where a negotiation stands. Numbers are stored: never renumber.</summary>
public enum TalksStatus
{
    /// <summary>Announced; no session has begun.</summary>
    Scheduled = 1,

    /// <summary>The parties are meeting.</summary>
    UnderWay = 2,

    /// <summary>Interrupted; deadlines stand.</summary>
    Suspended = 3,

    /// <summary>An agreement was announced.</summary>
    Agreed = 4,

    /// <summary>The parties gave up, or let the deadline lapse.</summary>
    Collapsed = 5,

    /// <summary>The desk follows them no longer.</summary>
    Closed = 6,
}

/// <summary>What is known of talks when the desk begins to follow them.</summary>
/// <param name="Slug">Their name in commands: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Their name in print.</param>
/// <param name="Parties">The sides.</param>
/// <param name="Venue">Where they meet, or empty.</param>
/// <param name="Zone">The zone in which times are read when none is named.</param>
/// <param name="Clocks">The clocks shown on every time, in order.</param>
public sealed record TalksTerms(
    string Slug, string Title, IReadOnlyList<Party> Parties, string Venue, DateTimeZone Zone, IReadOnlyList<WallClock> Clocks);

/// <summary>What a post is about: the talks by name, so that two talks in one channel can be told apart, then the matter. Pure.</summary>
public static class TalksHeading
{
    /// <summary>As in <c>US–Japan autos: tariffs on luxury cars</c>; the name alone where no more is said.</summary>
    public static string Of(Negotiation talks, string matter = "") => matter.Length == 0 ? talks.Title : $"{talks.Title}: {matter}";

    /// <summary>As in <c>US–Japan autos (JP)</c>; the name alone for no side.</summary>
    public static string OfSide(Negotiation talks, string side) => side.Length == 0 ? talks.Title : $"{talks.Title} ({side})";
}
