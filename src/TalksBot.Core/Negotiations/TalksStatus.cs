using TalksBot.Core.Posts;
using TalksBot.Core.Text;
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
    /// <summary>Where news follows, so much of a name tells talks apart; the slug below it does so for certain.</summary>
    private const int NameLength = PhoneLines.Width;

    /// <summary>Where the matter needs room, so much of the name stays.</summary>
    private const int LeastName = 28;

    /// <summary>A label this long takes a line of its own.</summary>
    private const int LongLabel = 24;

    /// <summary>As in <c>US–Japan autos: tariffs on luxury cars</c>; the name alone where no more is said.</summary>
    public static string Of(Negotiation talks, string matter = "") => matter.Length == 0 ? Name(talks) : $"{Name(talks)}: {matter}";

    /// <summary>As in <c>US–Japan autos (JP)</c>; the name alone for no side.</summary>
    public static string OfSide(Negotiation talks, string side) => side.Length == 0 ? Name(talks) : $"{Name(talks)} ({side})";

    /// <summary>The same beside a label: of a long name and a long matter as much as fits into two lines of a phone, three where the label fills one.</summary>
    public static string Beside(string label, Negotiation talks, string matter)
    {
        var most = label.Length > LongLabel ? 3 : 2;
        var room = (most * PhoneLines.Width) - label.Length;
        var heading = Within(talks.Title, matter, int.MaxValue);
        while (IsTooLong($"{label} · {heading}", most, isCut: heading.Length < talks.Title.Length + matter.Length) && room > PhoneLines.Width)
        {
            room -= 2;
            heading = Within(talks.Title, matter, room);
        }

        return heading;
    }

    /// <summary>Where nothing is cut yet a last word on a further line does no harm.</summary>
    private static bool IsTooLong(string line, int most, bool isCut) => isCut ? PhoneLines.Of(line) > most : line.Length > most * PhoneLines.Width;

    private static string Within(string title, string matter, int room)
    {
        if (title.Length + matter.Length + 2 <= room)
        {
            return $"{title}: {matter}";
        }

        var name = Typography.Shorten(title, Math.Max(LeastName, room - matter.Length - 2));
        return $"{name}: {Typography.Shorten(matter, room - name.Length - 2)}";
    }

    private static string Name(Negotiation talks) => Typography.Shorten(talks.Title, NameLength);
}
