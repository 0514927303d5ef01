using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Undoing;

/// <summary>What holds again once a command was taken back. Pure.</summary>
public static class UndoWording
{
    /// <summary>Where each part stands that the command had changed, a line each.</summary>
    /// <param name="talks">The talks, as they read again; those that the command had opened are gone.</param>
    /// <param name="act">What was taken back.</param>
    /// <param name="shown">The updates whose words the reader may be shown here.</param>
    /// <param name="clock">The reader's clock.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Holds(Negotiation talks, Act act, IEnumerable<string> shown, WallClock clock, Instant now)
    {
        if (act.Opens)
        {
            return [new PostPiece.Line($"The desk does not follow {talks.Title} any more.")];
        }

        return act.Parts.SelectMany(part => part.Name switch
        {
            TalksParts.Whole => UndoneWords.Are(part) ? UndoneWords.Again(part) : [new PostPiece.Line($"The talks are {talks.Status.Words()}{(talks.Outcome is { } outcome ? $": {outcome.Line}" : ".")}")],
            ['D' or 'S', .. var digits] when digits.All(char.IsAsciiDigit) && UndoneWords.Are(part) => UndoneWords.Again(part),
            ['D', .. var digits] when digits.All(char.IsAsciiDigit) => Deadline(talks, part.Name, now),
            ['S', .. var digits] when digits.All(char.IsAsciiDigit) => Session(talks, part.Name, now),
            ['#', ..] => Update(talks, part.Name, shown, clock, now),
            ['P', .. var digits] when digits.All(char.IsAsciiDigit) => Point(talks, part.Name),
            _ when TalksParts.IsWord(part.Name) => [],
            _ => Follow(talks, part.Name),
        });
    }

    private static IEnumerable<PostPiece> Point(Negotiation talks, string name) => talks.PointNamed(name) is { } point
        ? [new PostPiece.Line($"{name} {point.Title} is {point.State.Words()} and reads as before.")]
        : [new PostPiece.Line($"{name} is gone: no sticking point of that number stands.")];

    private static IEnumerable<PostPiece> Follow(Negotiation talks, string channel) => talks.Listening.Any(follow => follow.Channel.ToString() == channel)
        ? [new PostPiece.Line($"{channel} follows {talks.Title} as before.")]
        : [new PostPiece.Line($"{channel} does not follow {talks.Title}, as before.")];

    private static IEnumerable<PostPiece> Deadline(Negotiation talks, string name, Instant now)
    {
        if (talks.Deadlines.FirstOrDefault(known => known.Name == name) is not { } deadline)
        {
            return [new PostPiece.Line($"{name} is gone: no deadline of that number stands.")];
        }

        var at = deadline.At.ToInstant();
        var clocks = TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now);
        return deadline switch
        {
            { WantsOutcome: false } => [new PostPiece.Line($"{name} is {deadline.State.Words()}.")],
            _ when at <= now => [new PostPiece.Moment(at, $"{name} fell {clocks}; its outcome is not known")],
            _ => [new PostPiece.Moment(at, $"{name} stands at {clocks}")],
        };
    }

    private static IEnumerable<PostPiece> Session(Negotiation talks, string name, Instant now)
    {
        if (talks.Sessions.FirstOrDefault(known => known.Name == name) is not { } session)
        {
            return [new PostPiece.Line($"{name} is gone: no session of that number is planned.")];
        }

        var at = session.StartsAt.ToInstant();
        var clocks = TimeWording.ClockLine(at, talks.ClocksFrom(session.StartsAt.Zone), now);
        return session.State switch
        {
            SessionState.Planned when at > now => [new PostPiece.Moment(at, $"{name} starts {clocks}")],
            SessionState.Planned => [new PostPiece.Moment(at, $"{name} was to start {clocks}")],
            SessionState.UnderWay => [new PostPiece.Moment(at, $"{name} {(session.GoesOn(now) ? "is under way since" : "began")} {clocks}")],
            SessionState.Ended when session.EndsAt is { } end => [new PostPiece.Line($"{name} met {TimeWording.Hours(at, end.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone)[0])}")],
            _ => [new PostPiece.Line($"{name} is {session.State.Words()}.")],
        };
    }

    private static IEnumerable<PostPiece> Update(Negotiation talks, string name, IEnumerable<string> shown, WallClock clock, Instant now) =>
        talks.Updates.FirstOrDefault(known => known.Name == name) switch
        {
            null => [new PostPiece.Line($"{name} is gone: do not use it.")],
            { Killing: not null } => [new PostPiece.Line($"{name} stays withdrawn: do not use it.")],
            { IsPublic: true } update when shown.Contains(name) => [new PostPiece.Line($"{name} reads again:"), UpdateWording.News(update, clock, now)],
            { IsPublic: true } => [new PostPiece.Line($"{name} reads again as before.")],
            { Embargo: not null } => [new PostPiece.Line($"{name} is under embargo again: do not use it.")],
            _ => [new PostPiece.Line($"{name} waits for a second editor again: do not use it.")],
        };
}
