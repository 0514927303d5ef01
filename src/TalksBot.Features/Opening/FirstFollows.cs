using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;

namespace TalksBot.Features.Opening;

/// <summary>Who follows talks from their opening on: the channel they are opened in, unless that is a direct message or left out.</summary>
internal sealed class FirstFollows(FollowTerms terms, TalksHere here)
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

    /// <summary>The channels with how each wants to hear the news: as the desk is used to, on the clock that the channel has for other talks.</summary>
    public async Task<IReadOnlyList<(ChannelAddress Channel, FollowSettings Settings)>> OfAsync(CommandCall call, CancellationToken token) =>
        Follows(call) ? [(call.Caller.Channel, terms.Usual with { Clock = await here.ClockAsync(call.Caller.Channel, token) })] : [];

    private bool Follows(CommandCall call) => call.Find(Follow.Name) != No && !call.Caller.IsDirect && terms.Serves(call.Caller.Channel);
}
