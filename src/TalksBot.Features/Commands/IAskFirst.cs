using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Features.Commands;

/// <summary>A command that asks the world outside before its transaction begins, so that nobody waits for a platform to answer.</summary>
internal interface IAskFirst
{
    /// <summary>Asks.</summary>
    /// <returns>Null to go on, else the refusal.</returns>
    Task<Reply?> AskAsync(CommandCall call, CancellationToken token);
}

/// <summary>What every change needs from its surroundings.</summary>
internal static class Changing
{
    /// <summary>Who, where and when.</summary>
    public static Stamp Stamp(this CommandCall call, Instant now) => new(now, call.Caller.Name, call.Caller.Channel.ToString()) { Person = call.Caller.Person };

    /// <summary>How a time typed about these talks is read.</summary>
    public static TimeContext Times(this Negotiation talks, Instant now, TimeTense tense, CivilTime? movedFrom = null) =>
        new(now, talks.Zone, talks.Clocks, tense, movedFrom);

    /// <summary>The same on a desk that reads hours as the command's does.</summary>
    public static TimeContext By(this TimeContext context, CommandCall call) => context with { IsTwentyFourHour = call.IsTwentyFourHour };
}
