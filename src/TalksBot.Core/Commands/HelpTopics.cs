using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>What the desk explains beside its commands.</summary>
internal static class HelpTopics
{
    private static readonly IReadOnlyList<(string Name, Post Post)> All =
    [
        ("times", new Post("Times as you may type them", Severity.Calm,
        [
            new PostPiece.Line("28 Jun 23:59 EDT · tomorrow 5pm · fri 17:00 Geneva · tonight 11:59 · in 90m · 1995-06-28T23:59-04:00"),
            new PostPiece.Line("+36h, when something moves: counted from the old time."),
            new PostPiece.Line("Without a zone the talks' own is taken. A zone is a place (Geneva), a name (Europe/Zurich), an offset (UTC+2), or an abbreviation that only one zone has."),
            new PostPiece.Line("What could mean two things is asked, never guessed: 11:59 alone, 01/02, CST, an hour that a clock change skips or repeats."),
            new PostPiece.Line("Try any of them, nothing is changed: /talks when \"tomorrow 5pm Tokyo\""),
        ])),
        ("tiers", new Post("How well an update is sourced", Severity.Calm,
        [
            new PostPiece.Field("tier:on-record", "somebody said it under their own name, or in a document; “on the record”"),
            new PostPiece.Field("tier:official", "somebody in office said it, not by name; “an official”"),
            new PostPiece.Field("tier:unnamed", "anybody else who must not be named; “unnamed source”, “anonymous”"),
            new PostPiece.Line("The source is printed as you write it: say what kind of source it is, never who an unnamed one is."),
            new PostPiece.Section("How urgent it is"),
            new PostPiece.Field("priority:flash", "one sentence; a second editor approves it; mentions; wakes"),
            new PostPiece.Field("priority:bulletin", "mentions; wakes"),
            new PostPiece.Field("priority:urgent", "wakes, mentions nobody"),
            new PostPiece.Field("priority:regular", "waits while a channel sleeps; this one when left out"),
            new PostPiece.Field("priority:deferred", "only in the digest"),
        ])),
        ("ladders", new Post("When channels are told of a deadline", Severity.Calm,
        [
            new PostPiece.Line($"A ladder says how long before: {Ladder.Default}. 0 is the deadline itself, which everybody is told."),
            new PostPiece.Line("Each channel may have its own: /talks follow set TALKS ladder:\"24h, 1h, 15m, 0\""),
            new PostPiece.Line("From 30 minutes on an alert asks to be acknowledged; if nobody does within 10 minutes, whom escalate: names is mentioned."),
            new PostPiece.Line("A deadline that moves has its alerts planned anew; one that is met, withdrawn or lapsed has none left."),
        ])),
    ];

    /// <summary>The topics there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(topic => topic.Name)];

    /// <summary>One topic; null where there is none of that name.</summary>
    public static Post? Find(string name) => All.Where(topic => topic.Name == name || $"{topic.Name}s" == name || topic.Name == $"{name}s").Select(topic => topic.Post).FirstOrDefault();
}
