using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Commands.Completions;

/// <summary>The readings of a time typed so far, each on every clock; or the sentence that says why there is none.</summary>
internal sealed class CompleteTimes(RecordLookup find, TalksHere here, IClock clock, IOptions<DeskOptions> desk) : ICompletion
{
    private static readonly string[] Usual = ["in 1h", "today 23:59", "tomorrow 09:00", "tomorrow 17:00"];

    private static readonly string[] UsuallyPast = ["10 min ago", "30 min ago", "1h ago"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        var context = await ContextAsync(ask, token);
        var typed = ask.Typed.Length > 0 ? [ask.Typed] : ask.Parameter.IsPast ? UsuallyPast : Usual;
        var readings = typed.SelectMany(phrase => Readings(phrase, context))
            .Where(option => ask.Parameter.IsPast == option.Time.ToInstant() <= context.Now)
            .DistinctBy(option => option.Time.ToInstant())
            .Select(option => Describe(option, context))
            .DistinctBy(completion => completion.Label, StringComparer.Ordinal)
            .ToList();
        return readings.Count > 0 || ask.Typed.Length == 0 ? readings : [new Completion(Why(ask.Typed, context), ask.Typed)];
    }

    /// <summary>What it means.</summary>
    private static IEnumerable<TimeOption> Readings(string typed, TimeContext context) => TimePhrase.Read(typed, context) switch
    {
        TimeReading.Understood understood => [new TimeOption(TimeWording.Iso(understood.Time), understood.Time)],
        TimeReading.Refused refused => refused.Readings,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

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
        if (!ask.Call.Spec.Parameters.Any(parameter => parameter is { Kind: ParameterKind.Talks, NamedOnly: false })
            || !(await find.TalksOrHereAsync(ask.Call, token)).Is(out var talks, out _))
        {
            var own = await here.ClockAsync(ask.Call.Caller.Channel, token);
            return new TimeContext(now, own.Zone, desk.Value.WallClocks, Tense(ask)).By(ask.Call);
        }

        var context = new TimeContext(now, talks.Zone, talks.ClocksFrom(talks.Zone), Tense(ask)).By(ask.Call);
        return ask.Parameter.IsPast ? context : Moving(ask, talks, context);
    }

    private static TimeTense Tense(CompletionAsk ask) => ask.Parameter.IsPast ? TimeTense.Any : TimeTense.Future;

    /// <summary>What a span or an hour alone leans on: the old time of what is moved, or the start that an end belongs to.</summary>
    private static TimeContext Moving(CompletionAsk ask, Negotiation talks, TimeContext context)
    {
        var call = ask.Call;
        var moved = context;
        if (call.Find("deadline") is not null && RecordLookup.Deadline(call, talks).Is(out var deadline, out _))
        {
            moved = context with { MovedFrom = deadline.At };
        }

        if (call.Find("session") is not null && RecordLookup.Session(call, talks).Is(out var session, out _))
        {
            if (ask.Parameter.Name == "until" && call.Find("at") is null)
            {
                return context with { Start = session.StartsAt, Tense = TimeTense.Any };
            }

            moved = context with { MovedFrom = session.StartsAt, Zone = session.StartsAt.Zone, KeepsHalf = true };
        }

        return ask.Parameter.Name == "until" && call.Find("at") is { } at && TimePhrase.Read(at, moved) is TimeReading.Understood start
            ? context with { Start = start.Time, Tense = TimeTense.Any }
            : moved;
    }
}
