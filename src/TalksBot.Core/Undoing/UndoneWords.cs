using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Undoing;

/// <summary>What talks, a deadline or a session say again once a command was taken back that had said it otherwise. Pure.</summary>
public static class UndoneWords
{
    /// <summary>So much of words is enough to know them by.</summary>
    private const int Shown = 76;

    /// <summary>True where the command changed what is said of the part, and nothing else of it.</summary>
    public static bool Are(PartChange part) => part is { Before: { } before, After: { } after } && part.Name switch
    {
        TalksParts.Whole => TalksParts.Read<FiledTalks>(before) is var was && TalksParts.Read<FiledTalks>(after) is var now
            && (was.Status, was.Outcome) == (now.Status, now.Outcome) && Said(part).Any(),
        ['D', ..] => TalksParts.Read<FiledDeadline>(before) is var was && TalksParts.Read<FiledDeadline>(after) is var now && (was.At, was.State) == (now.At, now.State),
        ['S', ..] => TalksParts.Read<FiledSession>(before) is var was && TalksParts.Read<FiledSession>(after) is var now && (was.StartsAt, was.State) == (now.StartsAt, now.State),
        _ => false,
    };

    /// <summary>A line for what the part says again.</summary>
    public static IEnumerable<PostPiece> Again(PartChange part)
    {
        var said = Said(part).Select(value => $"{DetailWording.Name(value)} {DetailWording.Words(value, Shown)}").ToList();
        yield return new PostPiece.Line($"{(part.Name == TalksParts.Whole ? "The talks read" : $"{part.Name} reads")} again: {string.Join(", ", said)}");
    }

    /// <summary>The deadline as it read after the command; null where there was none.</summary>
    public static Deadline? DeadlineAfter(PartChange part) => part is { Name: ['D', ..], After: { } after } ? TalksParts.Read<FiledDeadline>(after).Restore() : null;

    /// <summary>The session as it read after the command; null where there was none.</summary>
    public static Session? SessionAfter(PartChange part) => part is { Name: ['S', ..], After: { } after } ? TalksParts.Read<FiledSession>(after).Restore() : null;

    private static IEnumerable<ChangeValue> Said(PartChange part)
    {
        var after = All(part.Name, part.After!).Select(value => (DetailWording.Name(value), DetailWording.Words(value))).ToHashSet();
        return All(part.Name, part.Before!).Where(value => !after.Contains((DetailWording.Name(value), DetailWording.Words(value))));
    }

    private static IEnumerable<ChangeValue> All(string name, string part) => name switch
    {
        TalksParts.Whole => Of(TalksParts.Read<FiledTalks>(part)),
        ['D', ..] => Of(TalksParts.Read<FiledDeadline>(part)),
        _ => Of(TalksParts.Read<FiledSession>(part)),
    };

    private static IEnumerable<ChangeValue> Of(FiledTalks talks) =>
    [
        new ChangeValue.Detail(DetailField.Title, talks.Title), new ChangeValue.Sides([.. talks.Parties.Select(party => party.Restore())]),
        new ChangeValue.Detail(DetailField.Venue, talks.Venue), new ChangeValue.Home(talks.Zone), new ChangeValue.Wall(talks.Clocks),
    ];

    private static IEnumerable<ChangeValue> Of(FiledDeadline deadline) =>
    [
        new ChangeValue.Detail(DetailField.Label, deadline.Label), new ChangeValue.Detail(DetailField.Consequence, deadline.Consequence),
        new ChangeValue.Detail(DetailField.Reported, deadline.AsReported), new ChangeValue.Detail(DetailField.By, deadline.SetBy), new ChangeValue.Repeats(deadline.Repeat?.Going),
    ];

    private static IEnumerable<ChangeValue> Of(FiledSession session) =>
        [new ChangeValue.Detail(DetailField.Place, session.Place), new ChangeValue.Detail(DetailField.Who, session.Who), new ChangeValue.Until(session.EndsAt), new ChangeValue.Repeats(session.Repeat?.Going)];
}
