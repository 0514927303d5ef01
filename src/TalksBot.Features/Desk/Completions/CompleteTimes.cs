using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Features.Desk.Completions;

/// <summary>The readings of a time typed so far, each on every clock; or the sentence that says why there is none.</summary>
internal sealed class CompleteTimes(Find find, TalksHere here, IClock clock, IOptions<DeskOptions> desk) : ICompletion
{
    private static readonly string[] Usual = ["in 1h", "today 23:59", "tomorrow 09:00", "tomorrow 17:00"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        var context = await ContextAsync(ask, token);
        if (ask.Typed.Length == 0)
        {
            return [.. Usual.SelectMany(phrase => Readings(phrase, context)).Where(option => option.Time.ToInstant() > context.Now).Select(option => Describe(option, context))];
        }

        var readings = Readings(ask.Typed, context).DistinctBy(option => option.Time.ToInstant()).ToList();
        return readings.Count > 0
            ? [.. readings.Select(option => Describe(option, context))]
            : [new Completion(Why(ask.Typed, context), ask.Typed)];
    }

    /// <summary>What it means of the times to come, then of any time: only the command knows which of them it wants.</summary>
    private static IEnumerable<TimeOption> Readings(string typed, TimeContext context) =>
        new[] { TimeTense.Future, TimeTense.Any }.SelectMany(tense => TimePhrase.Read(typed, context with { Tense = tense }) switch
        {
            TimeReading.Understood understood => [new TimeOption(TimeWording.Iso(understood.Time), understood.Time)],
            TimeReading.Refused refused => refused.Readings,
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    private static string Why(string typed, TimeContext context) =>
        TimePhrase.Read(typed, context) is TimeReading.Refused refused ? refused.Why : typed;

    private static Completion Describe(TimeOption option, TimeContext context)
    {
        var at = option.Time.ToInstant();
        return new Completion($"{TimeWording.Relative(at, context.Now)}: {TimeWording.ClockLine(at, context.Clocks, context.Now)}", option.Typed);
    }

    private async Task<TimeContext> ContextAsync(CompletionAsk ask, CancellationToken token)
    {
        // To the second, as times are written: "in 90m" is 1 h 30 min away and not 1 h 29.
        var now = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds());
        if (!ask.Call.Spec.Parameters.Any(parameter => parameter.Kind == ParameterKind.Talks)
            || !(await find.TalksOrHereAsync(ask.Call, token)).Is(out var talks, out _))
        {
            var own = await here.ClockAsync(ask.Call.Caller.Channel, token);
            return new TimeContext(now, own.Zone, desk.Value.WallClocks, TimeTense.Any);
        }

        return new TimeContext(now, talks.Zone, talks.ClocksFrom(talks.Zone), TimeTense.Any, MovedFrom(ask, talks, now));
    }

    /// <summary>What <c>+36h</c> counts from: the old time of what is moved, or the start that an end belongs to.</summary>
    private static CivilTime? MovedFrom(CompletionAsk ask, Negotiation talks, Instant now)
    {
        var call = ask.Call;
        if (call.Find("deadline") is not null && Find.Deadline(call, talks).Is(out var deadline, out _))
        {
            return deadline.At;
        }

        if (call.Find("session") is not null && Find.Session(call, talks).Is(out var session, out _))
        {
            return session.StartsAt;
        }

        return ask.Parameter.Name != "at" && call.Find("at") is { } at
            && TimePhrase.Read(at, talks.Times(now, TimeTense.Future)) is TimeReading.Understood start
            ? start.Time
            : null;
    }
}
