namespace TalksBot.Core.Calendars.Reading;

/// <summary>A part of a calendar between its <c>BEGIN</c> and its <c>END</c>.</summary>
/// <param name="name">Its name in capitals.</param>
internal sealed class CalendarComponent(string name)
{
    /// <summary>Nothing that is read lies deeper; what does is passed over, however deep it goes.</summary>
    private const int Deepest = 4;

    private const string Calendar = "VCALENDAR";

    private readonly List<ContentLine> _lines = [];
    private readonly List<CalendarComponent> _parts = [];

    /// <summary>Its name in capitals.</summary>
    public string Name => name;

    /// <summary>Its properties, in their order.</summary>
    public IReadOnlyList<ContentLine> Lines => _lines;

    /// <summary>The components in it.</summary>
    public IReadOnlyList<CalendarComponent> Parts => _parts;

    /// <summary>True where it has no end of its own.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The first property of a name; null where there is none.</summary>
    public ContentLine? Find(string property) => _lines.Find(line => line.Name == property);

    /// <summary>Its value, without blanks around it; empty where there is none.</summary>
    public string Value(string property) => Find(property)?.Value.Trim() ?? "";

    /// <summary>Every property of a name.</summary>
    public IEnumerable<ContentLine> All(string property) => _lines.Where(line => line.Name == property);

    /// <summary>The calendars of a file; what stands in none belongs to one without properties.</summary>
    public static IReadOnlyList<CalendarComponent> Read(IEnumerable<ContentLine?> lines)
    {
        var file = new CalendarComponent("");
        var open = new List<CalendarComponent> { file };
        var below = 0;
        foreach (var line in lines.OfType<ContentLine>())
        {
            var named = line.Value.Trim().ToUpperInvariant();
            below = (line.Name == "BEGIN" && IsApart(named)) || (line.Name == "END" && open.Exists(part => part.Name == named)) ? 0 : below;
            switch (line.Name)
            {
                case "BEGIN" when below > 0 || (open.Count > Deepest && !IsApart(named)):
                    below++;
                    break;
                case "BEGIN":
                    Begin(open, named);
                    break;
                case "END" when below > 0:
                    below--;
                    break;
                case "END":
                    Close(open, open.FindLastIndex(part => part.Name == named), named);
                    break;
                default:
                    if (below == 0)
                    {
                        open[^1]._lines.Add(line);
                    }

                    break;
            }
        }

        Close(open, open.Count > 1 ? 1 : -1, named: "");
        return [.. file._parts.Where(part => part.Name == Calendar), file];
    }

    /// <summary>None of these stands within anything but a calendar: what is open there was never ended.</summary>
    private static void Begin(List<CalendarComponent> open, string named)
    {
        if (IsApart(named))
        {
            Close(open, Math.Max(1, named == Calendar ? 1 : open.FindIndex(part => part.Name == Calendar) + 1), named: "");
        }

        var begun = new CalendarComponent(named);
        open[^1]._parts.Add(begun);
        open.Add(begun);
    }

    private static bool IsApart(string named) => named is Calendar or "VEVENT" or "VTODO" or "VTIMEZONE";

    /// <summary>Ends what is open from a place on; all but what is named there was cut off.</summary>
    private static void Close(List<CalendarComponent> open, int from, string named)
    {
        if (from <= 0)
        {
            return;
        }

        for (var at = from; at < open.Count; at++)
        {
            open[at].IsCutOff = at != from || open[at].Name != named;
        }

        open.RemoveRange(from, open.Count - from);
    }
}
