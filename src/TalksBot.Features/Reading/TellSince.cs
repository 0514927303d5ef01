using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>The handover: tells what changed while somebody was away.</summary>
internal sealed class TellSince(TalksDb db, Find find, TalksHere here, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "since",
        "tell what changed while you were away",
        Role.Reader,
        [
            new("span", ParameterKind.Span, "how long you were away, such as 6h, 90m or 2d") { Required = true },
            new("talks", ParameterKind.Talks, "the talks; all those followed here when left out, else all that are open"),
        ])
    {
        Example = "/talks since 6h",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!DurationText.TryParse(call["span"], out var span) || span == Duration.Zero)
        {
            return Reply.Refuse($"“{Echo.Of(call["span"])}” is no length of time up to 366 days; write it like 6h, 90m or 2d.");
        }

        if (!(await TalksAsync(call, now - span, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        var own = await here.ClockAsync(call.Caller.Channel, token);
        return talks.Count == 0
            ? Reply.Refuse("No talks are open; begin with /talks open.")
            : Reply.Answer(SinceWording.Write(talks, now - span, now, own));
    }

    private async Task<Found<IReadOnlyList<Negotiation>>> TalksAsync(CommandCall call, Instant from, CancellationToken token)
    {
        if (call.Find("talks") is not null)
        {
            return (await find.TalksAsync(call, token)).Is(out var talks, out var refusal) ? new List<Negotiation> { talks } : refusal;
        }

        var followed = await StirredAsync(here.FollowedIn(call.Caller.Channel), from, token);
        return followed.Count > 0 ? followed : await StirredAsync(db.Negotiations, from, token);
    }

    /// <summary>The talks still open, and those closed in the meantime: that they closed is news.</summary>
    private static async Task<List<Negotiation>> StirredAsync(IQueryable<Negotiation> talks, Instant from, CancellationToken token) => await talks
        .Where(known => known.Status != TalksStatus.Closed || known.Changes.Any(change => change.At > from))
        .OrderBy(known => known.Slug)
        .Whole()
        .ToListAsync(token);
}
