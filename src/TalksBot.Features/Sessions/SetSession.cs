using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Alerts;
using TalksBot.Features.Commands;
using TalksBot.Features.Repeating;

namespace TalksBot.Features.Sessions;

/// <summary>A session reads otherwise, or ends at another time; alerts that stand are edited, and the channels that saw them are told.</summary>
internal sealed class SetSession(RecordLookup find, RewordedAlerts alerts, IClock clock) : IDeclaredCommand
{
    private const string Until = "until";

    private static readonly string[] Settings = ["place", "who", Until, RepeatInput.Again.Name];

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session set",
        "change where a session meets, who meets, or when it is to end",
        Role.Reporter,
        [
            Parameters.Talks,
            Parameters.Session,
            new("place", ParameterKind.Text, "where they meet, or none") { NamedOnly = true },
            new("who", ParameterKind.Text, "who meets, or none") { NamedOnly = true },
            new(Until, ParameterKind.Time, "when it is to end, or ended: 13:00, \"2 hours\" from the start, or none") { NamedOnly = true },
            RepeatInput.Again,
        ])
    {
        FormTitle = "Edit a session",
        Changes = true,
        Announces = true,
        Example = "/talks session set us-japan-autos S4 place:\"Hotel Intercontinental\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Session(call, talks).Is(out var session, out refusal)
            || !Words(call, talks, session, now).Is(out var typed, out refusal)
            || !RepeatInput.Change(call, session.Repeat, session.StartsAt, talks.Times(now, TimeTense.Any)).Is(out var repeat, out refusal))
        {
            return refusal;
        }

        var (was, stamp) = (session.Copy(), call.Stamp(now));
        var fault = (repeat.IsMeant ? talks.RepeatSession(session, repeat.Rule, stamp) : null)
            ?? (repeat.IsMeant && typed.Words == SessionWords.Of(session) ? null : talks.SetSession(session, typed.Words, stamp));
        if (fault is not null)
        {
            return Reply.Refuse(fault);
        }

        var told = await alerts.TellAsync(talks, was, session, stamp, token);
        return Reply.Answer(new Post(
            $"{session.Name} changed · {TalksHeading.Of(talks, SessionWording.WhoAndWhere(session))}",
            Severity.Calm,
            [.. typed.Note is { } note ? [new PostPiece.Line(note)] : Array.Empty<PostPiece>(), .. EditReplies.Changes(talks), .. repeat.IsMeant ? RepeatInput.Told(session.Repeat) : [], .. EditReplies.Told(told)])
        {
            Buttons = [SessionReplies.Edit(talks, session)],
        });
    }

    private static Found<Typed> Words(CommandCall call, Negotiation talks, Session session, Instant now)
    {
        if (Array.TrueForAll(Settings, setting => call.Find(setting) is null))
        {
            return Reply.Refuse($"Say what changes: {string.Join(", ", Settings)}; when it starts is for /talks session move.");
        }

        if (!ArgumentReader.WordsOrNothing(call, ("place", UserText.LineLimit), ("who", UserText.LineLimit)).Is(out var words, out var refusal))
        {
            return refusal;
        }

        var said = new SessionWords(words.Or("place", session.Place), words.Or("who", session.Who), session.EndsAt);
        if (call.Find(Until) is not { } typed)
        {
            return new Typed(said, Note: null);
        }

        if (ArgumentReader.IsNothing(typed))
        {
            return new Typed(said with { EndsAt = null }, Note: null);
        }

        return TypedTime.Read(call, Until, talks.Times(now, TimeTense.Any) with { Start = session.StartsAt }).Is(out var end, out refusal)
            ? new Typed(said with { EndsAt = end.Time }, end.Note)
            : refusal;
    }

    /// <summary>What is said of it from now on.</summary>
    /// <param name="Words">The words, and the end.</param>
    /// <param name="Note">What was inferred of the end and must be said; null when nothing was.</param>
    private sealed record Typed(SessionWords Words, string? Note);
}
