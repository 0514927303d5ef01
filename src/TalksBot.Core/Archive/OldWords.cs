using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;

namespace TalksBot.Core.Archive;

/// <summary>
/// Reads what older versions kept of a change in words back into what it is, once: when a file is read, and when a database is opened.
/// What cannot be read back stays the words that it is, and is shown as such.
/// </summary>
public static class OldWords
{
    private const string Passed = ", passed";

    /// <summary>Reads the changes of a record that an older version kept.</summary>
    /// <param name="talks">The talks, with deadlines and sessions.</param>
    /// <param name="changes">Their changes, which hold data afterwards as far as their words can be read.</param>
    public static void Read(Negotiation talks, IEnumerable<Change> changes)
    {
        var zones = new Zones(talks.Zone, talks.Clocks, [.. talks.Deadlines.Select(deadline => deadline.At.Zone), .. talks.Sessions.Select(session => session.StartsAt.Zone)], [.. talks.Parties.Select(party => party.Code)]);
        foreach (var change in changes)
        {
            var before = Value(change.Subject, change.Verb, change.Before, isNew: false, change.At, zones);
            var after = Value(change.Subject, change.Verb, change.After, isNew: true, change.At, zones);
            change.ReadBack(before ?? change.Before, after ?? change.After);
        }
    }

    /// <summary>The same talks, with changes that are data as far as their words can be read.</summary>
    internal static FiledTalks Read(FiledTalks talks)
    {
        var zones = new Zones(talks.Zone, talks.Clocks, [.. talks.Deadlines.Select(deadline => deadline.At.Zone), .. talks.Sessions.Select(session => session.StartsAt.Zone)], [.. talks.Parties.Select(party => party.Code)]);
        return talks with { Changes = [.. talks.Changes.Select(change => Read(change, zones))] };
    }

    private static FiledChange Read(FiledChange change, Zones zones)
    {
        var was = Value(change.Subject, change.Verb, change.Old, isNew: false, change.At, zones);
        var now = Value(change.Subject, change.Verb, change.New, isNew: true, change.At, zones);
        return change with
        {
            Was = was is null ? change.Was : FiledValue.From(was),
            Before = was is null ? change.Before : null,
            Is = now is null ? change.Is : FiledValue.From(now),
            After = now is null ? change.After : null,
        };
    }

    /// <summary>Null for what is data already, for what is words by its nature, and for what cannot be read.</summary>
    private static ChangeValue? Value(string subject, ChangeVerb verb, ChangeValue value, bool isNew, Instant at, Zones zones) => value is not ChangeValue.Words { Text: { Length: > 0 } words } ? null : (subject, verb) switch
    {
        ("", ChangeVerb.Suspended or ChangeVerb.Resumed or ChangeVerb.Closed) => Status(words),
        (['D', ..], ChangeVerb.Met or ChangeVerb.Lapsed or ChangeVerb.Withdrawn) => Ending(words),
        (['D', ..], ChangeVerb.Acknowledged) => Asked(words, at, zones),
        (['D' or 'S', ..], ChangeVerb.Added or ChangeVerb.Moved or ChangeVerb.Started or ChangeVerb.Ended) => Time(words, at, zones),
        (['S', ..], ChangeVerb.Cancelled) when !isNew => Time(words, at, zones),
        (['#', ..], ChangeVerb.Embargoed or ChangeVerb.Lifted) => Time(words, at, zones),
        (['#', ..], ChangeVerb.Broken) when !isNew => Time(words, at, zones),
        (['#', ..], ChangeVerb.Disputed) => SubjectNumber.TryRead('#', words, out var number) ? new ChangeValue.Against(number) : null,
        (['#', ..], ChangeVerb.Acknowledged) when words == "kill" => new ChangeValue.Asked(AskedAbout.Kill, At: null),
        (['P', ..], ChangeVerb.Set or ChangeVerb.Settled) => Turn(words) ?? (ChangeValue?)Wording(words, zones),
        (not ("" or ['D' or 'S' or '#' or 'P', ..]), ChangeVerb.Set) => SettingsText.Read(words) is { } follow ? new ChangeValue.Following(follow.Restore()) : null,
        _ => null,
    };

    private static ChangeValue.Talks? Status(string words) =>
        Enum.GetValues<TalksStatus>().Where(status => status.Words() == words).Select(status => new ChangeValue.Talks(status)).FirstOrDefault();

    /// <summary>As in <c>met</c> or <c>met: both sides signed</c>.</summary>
    private static ChangeValue.Ending? Ending(string words)
    {
        var parts = words.Split(": ", 2);
        return Enum.GetValues<DeadlineState>()
            .Where(state => state.Words() == parts[0])
            .Select(state => new ChangeValue.Ending(state) { Note = parts.ElementAtOrDefault(1) ?? "" })
            .FirstOrDefault();
    }

    private static ChangeValue.Asked? Asked(string words, Instant at, Zones zones)
    {
        var hasPassed = words.EndsWith(Passed, StringComparison.Ordinal);
        return Time(hasPassed ? words[..^Passed.Length] : words, at, zones) is { } deadline
            ? new(hasPassed ? AskedAbout.Passed : AskedAbout.Deadline, deadline.At.ToInstant())
            : null;
    }

    private static ChangeValue.Turn? Turn(string words) =>
        Enum.GetValues<PointState>().Where(state => state.Words() == words).Select(state => new ChangeValue.Turn(state)).FirstOrDefault();

    private static ChangeValue.Wording? Wording(string words, Zones zones) => zones.Sides
        .Where(side => words.StartsWith($"{side}: ", StringComparison.Ordinal))
        .Select(side => new ChangeValue.Wording(side, words[(side.Length + 2)..]))
        .FirstOrDefault();

    /// <summary>A printed time names a place, not its zone; of the zones in use, the one that prints the same is meant.</summary>
    private static ChangeValue.Moment? Time(string words, Instant at, Zones zones)
    {
        var (printed, note) = words.Split(": ", 2) is [var time, var why] ? (time, why) : (words, "");
        if (TimePhrase.Read(printed, new TimeContext(at, zones.Zone, zones.Clocks, TimeTense.Any)) is not TimeReading.Understood read)
        {
            return null;
        }

        var meant = zones.Clocks.Select(clock => clock.Zone).Prepend(zones.Zone).Concat(zones.InUse).Distinct()
            .Select(zone => CivilTime.At(read.Time.ToInstant(), zone))
            .FirstOrDefault(time => TimeWording.Full(time) == printed, read.Time);
        return new(meant) { Note = note };
    }

    /// <summary>What talks print their times and sides by.</summary>
    private sealed record Zones(DateTimeZone Zone, IReadOnlyList<WallClock> Clocks, IReadOnlyList<DateTimeZone> InUse, IReadOnlyList<string> Sides);
}
