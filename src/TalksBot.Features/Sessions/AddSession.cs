using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Repeating;

namespace TalksBot.Features.Sessions;

/// <summary>Plans a session; its alerts are planned in the same transaction. One that is past is recorded and announces nothing.</summary>
internal sealed class AddSession(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session add",
        "plan a session and its alerts, or record a past one",
        Role.Reporter,
        [
            Parameters.Talks,
            Parameters.At("when it starts: \"28 Jun 11am Geneva\", \"tomorrow 14:30-16:00\", \"in 90m\""),
            new("until", ParameterKind.Time, "when it is to end: 13:00, or \"2 hours\" from the start") { NamedOnly = true },
            new("place", ParameterKind.Text, "where they meet") { NamedOnly = true },
            new("who", ParameterKind.Text, "who meets") { NamedOnly = true },
            RepeatInput.Repeat,
        ])
    {
        Changes = true,
        Example = "/talks session add us-japan-autos \"28 Jun 1995 11am Geneva\" until:13:00 who:\"Kantor and Hashimoto\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !SessionTimes.Read(call, talks.Times(now, TimeTense.Future), mayBePast: true).Is(out var times, out refusal)
            || !ArgumentReader.Words(call, ("place", UserText.LineLimit), ("who", UserText.LineLimit)).Is(out var words, out refusal)
            || !RepeatInput.Read(call, times.StartsAt, talks.Times(now, TimeTense.Future)).Is(out var repeat, out refusal))
        {
            return refusal;
        }

        var terms = new SessionTerms(times.StartsAt, times.EndsAt, words["place"], words["who"]) { Repeat = repeat.Rule };
        var (session, fault) = talks.AddSession(terms, call.Stamp(now));
        if (session is null)
        {
            return Reply.Refuse(fault!);
        }

        return SessionReplies.Changed(times.StartsAt.ToInstant() > now ? "planned" : "recorded as past", talks, session, times.Note, now, [.. RepeatInput.Told(session.Repeat), .. SessionReplies.Twins(talks, session), SessionReplies.Alerts(talks, session, now)]);
    }
}
