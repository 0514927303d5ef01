using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;

namespace TalksBot.Features.Opening;

/// <summary>Who follows talks from their opening on: the channel they are opened in, unless that is a direct message or left out.</summary>
internal sealed class FirstFollows(PlanFollows plan, FollowTerms terms, TalksHere here)
{
    private const string No = "no";

    /// <summary>Leaves this channel out.</summary>
    public static readonly ParameterSpec Follow = new("follow", ParameterKind.Choice, "no leaves this channel out.") { NamedOnly = true, Choices = ["yes", No] };

    /// <summary>Whether this channel could be posted to, where it would follow.</summary>
    /// <returns>Null when it could, or does not follow; else the refusal, with opening the talks without it as a choice.</returns>
    public async Task<Reply?> RefuseAsync(CommandCall call, CancellationToken token) =>
        Follows(call) && await terms.RefuseAsync(call.Caller.Channel, token) is { } refusal
            ? Reply.Refuse(refusal.Body.Heading, [new PostButton("Open without this channel", call.Retyped(Follow.Name, No))])
            : null;

    /// <summary>
    /// The channels with how each wants to hear the news: this one as the desk is used to, on the clock that it has for other talks, or
    /// as it is said to be like; those of other talks where these are to be like them.
    /// </summary>
    public async Task<Found<IReadOnlyList<PlannedFollow>>> OfAsync(CommandCall call, CancellationToken token)
    {
        if (!(await plan.PatternAsync(call, token)).Is(out var pattern, out var refusal))
        {
            return refusal;
        }

        var channel = call.Caller.Channel;
        var others = (pattern.Each ?? []).Where(follow => follow.Channel != channel).Select(follow => follow with { Settings = follow.Settings with { } }).ToList();
        if (others.Count > 0 && call.Caller.Role < Role.Chief)
        {
            return Reply.Refuse(
                $"To make {Typography.Count(others.Count, "other channel")} follow needs the role {Role.Chief.Word()}; leave {PlanFollows.Like.Name} out, and this channel follows.",
                [new PostButton("Open for this channel", call.Without(PlanFollows.Like.Name))]);
        }

        if (!Follows(call))
        {
            return others;
        }

        var own = pattern.For(channel) ?? pattern.Each?.FirstOrDefault(follow => follow.Channel == channel)?.Settings
            ?? terms.Usual with { Clock = await here.ClockAsync(channel, token) };
        return others.Prepend(new PlannedFollow(channel, own with { })).ToList();
    }

    private bool Follows(CommandCall call) => call.Find(Follow.Name) != No && !call.Caller.IsDirect && terms.Serves(call.Caller.Channel);
}
