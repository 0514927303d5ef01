using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Reading;

/// <summary>Reads any time and shows it on every clock.</summary>
internal sealed class TellWhen(TalksHere here, IClock clock, IOptions<DeskOptions> desk) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "when",
        "show a time on every clock",
        Role.Reader,
        [new("time", ParameterKind.Time, "any time: \"28 Jun 23:59 EDT\", \"tomorrow 5pm Tokyo\", \"in 90m\"") { Required = true }])
    {
        IsRare = true,
        Example = "/talks when \"28 Jun 1995 23:59 EDT\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var context = await ContextAsync(call, token);
        if (!Read(call, context).Is(out var typed, out var refusal))
        {
            return refusal;
        }

        var at = typed.Time.ToInstant();
        var lead = context.Clocks.Where(known => known.Zone.Id == typed.Time.Zone.Id).Append(new WallClock("", typed.Time.Zone));
        return Reply.Answer(
            TimeWording.Full(typed.Time),
            [
                .. typed.Note is null ? Array.Empty<PostPiece>() : [new PostPiece.Line(typed.Note)],
                new PostPiece.Moment(at, TimeWording.ClockLine(at, [.. lead, .. context.Clocks], context.Now)),
                new PostPiece.Line(TimeWording.Relative(at, context.Now)),
                new PostPiece.Field("UTC", TimeWording.Iso(at)),
            ]);
    }

    /// <summary>As a new deadline's time is read; a time that has passed however it is read is shown as well.</summary>
    private static Found<TypedTime> Read(CommandCall call, TimeContext context)
    {
        var coming = TypedTime.Read(call, "time", context);
        if (coming.Is(out _, out _))
        {
            return coming;
        }

        var any = TypedTime.Read(call, "time", context with { Tense = TimeTense.Any });
        return any.Is(out var time, out _) && time.Time.ToInstant() <= context.Now ? any : coming;
    }

    /// <summary>By the zone and clocks of the talks followed here where these are clear, else by the desk's own.</summary>
    private async Task<TimeContext> ContextAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var followed = await here.FollowedIn(call.Caller.Channel).Where(talks => talks.Status != TalksStatus.Closed).Take(2).ToListAsync(token);
        return followed.Count == 1
            ? followed[0].Times(now, TimeTense.Future)
            : new TimeContext(now, desk.Value.HomeClock.Zone, desk.Value.WallClocks, TimeTense.Future);
    }
}
