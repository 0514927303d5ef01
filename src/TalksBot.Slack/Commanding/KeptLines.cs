namespace TalksBot.Slack.Commanding;

/// <summary>Names buttons for lines of any length; those too long for Slack to carry are kept in memory for an hour.</summary>
internal sealed class KeptLines(TimeProvider time)
{
    private readonly KeptForAWhile<string> _kept = new(time, TimeSpan.FromHours(1));

    /// <summary>The id of a button for the line, of any length.</summary>
    public ButtonId IdOf(ButtonAct act, string line)
    {
        var bare = Bare(line);
        return ButtonId.Carrying(act, bare) ?? new ButtonId(act, LinePlace.Kept, _kept.Keep(bare));
    }

    /// <summary>The line behind an id; null when it has expired.</summary>
    public string? Find(ButtonId id) => id.Place == LinePlace.Kept ? _kept.Find(id.Text) : id.Text;

    /// <summary>The line without <c>/talks</c>, which every button stands for.</summary>
    public static string Bare(string line) => line.StartsWith("/talks ", StringComparison.Ordinal) ? line["/talks ".Length..] : line;
}
