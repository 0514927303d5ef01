using Microsoft.Extensions.Logging;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Sends the posts of one channel, one after the other, in the order given. When one has to wait, the rest are handed back,
/// so that the order holds and a platform in trouble is not hammered.
/// </summary>
internal sealed partial class Lane(ChannelAddress channel, IPlatform platform, IClock clock, ILogger<Lane> log)
{
    /// <summary>The channel.</summary>
    public ChannelAddress Channel => channel;

    /// <summary>How many posts are in hand.</summary>
    public int InHand { get; private set; }

    /// <summary>Until then the channel asks for patience.</summary>
    public Instant ClosedUntil { get; private set; } = Instant.MinValue;

    /// <summary>Posts were given to this lane.</summary>
    public void Take(int count) => InHand += count;

    /// <summary>A post's result was written down.</summary>
    public void Settle(Attempted attempted)
    {
        InHand--;
        ClosedUntil = attempted.ReopensAt ?? ClosedUntil;
    }

    /// <summary>Sends, answering for each post in turn.</summary>
    /// <param name="posts">The posts, in order.</param>
    /// <param name="report">Told of each result.</param>
    /// <param name="stopping">When raised, posts not begun are handed back.</param>
    /// <param name="abort">When raised, a post under way is given up; it stays in doubt.</param>
    public async Task SendAsync(IReadOnlyList<Leased> posts, Action<Attempted> report, CancellationToken stopping, CancellationToken abort)
    {
        var waiting = false;
        foreach (var leased in posts)
        {
            if (waiting || stopping.IsCancellationRequested)
            {
                report(new Attempted(leased.Id, Decision: null, "", leased.Post.Post, clock.GetCurrentInstant()));
                continue;
            }

            var attempted = await AttemptAsync(leased, abort);
            waiting = attempted.Decision is RetryDecision.Again or RetryDecision.Reconcile or RetryDecision.Hold;
            report(attempted);
        }
    }

    private async Task<Attempted> AttemptAsync(Leased leased, CancellationToken abort)
    {
        try
        {
            return await SendAsync(leased, abort);
        }
#pragma warning disable CA1031 // The job boundary of sending: an adapter's bug must cost neither the post nor the other channels.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            AdapterFailed(fault, leased.Id, platform.Name);
            return Answer(leased, RetryPolicy.After(new PostOutcome.Ambiguous("the adapter failed"), leased.Attempt), "answer lost: the adapter failed", leased.Post.Post);
        }
    }

    private async Task<Attempted> SendAsync(Leased leased, CancellationToken abort)
    {
        if (leased.Message is { } message)
        {
            return await ChangeAsync(leased, message, abort);
        }

        var lookup = leased.InDoubt ? await platform.FindAsync(leased.Post, abort) : new Lookup.Absent();
        if (leased.InDoubt && !MaySendAtOnce(lookup, leased))
        {
            return Answer(leased, RetryPolicy.After(lookup, leased.Attempt), $"looked for it: {Words(lookup)}", leased.Post.Post);
        }

        var shown = Lateness.Relabel(leased.Post, leased.Missed, clock.GetCurrentInstant());
        var outcome = await platform.PostAsync(leased.Post with { Post = shown }, abort);
        var decision = lookup is Lookup.Unanswerable doubt
            ? RetryPolicy.After(outcome, leased.Attempt, doubt)
            : RetryPolicy.After(outcome, leased.Attempt);
        return Answer(leased, decision, OutcomeWords.Of(outcome), shown);
    }

    /// <summary>A change may be sent twice without harm, so nothing need be looked for; where it cannot be made, the message stays as it is.</summary>
    private async Task<Attempted> ChangeAsync(Leased leased, MessageAddress message, CancellationToken abort)
    {
        var able = leased.Act is DeliveryAct.Edit ? platform.Capabilities.CanEdit : platform.Capabilities.CanPin;
        var outcome = able switch
        {
            false => new PostOutcome.Rejected("this platform cannot do that to a message"),
            _ when leased.Act is DeliveryAct.Edit => await platform.EditAsync(message, leased.Post, abort),
            _ => await platform.PinAsync(message, abort),
        };
        return Answer(leased, RetryPolicy.AfterChange(outcome, leased.Attempt), OutcomeWords.Of(outcome), leased.Post.Post);
    }

    /// <summary>
    /// What is not there is sent in the same breath, while the platform still knows its key; only a stale alert goes back,
    /// since a newer one may speak for it. What cannot be looked for goes at once, or the doubt would be forgotten on the way.
    /// </summary>
    private bool MaySendAtOnce(Lookup lookup, Leased leased) =>
        lookup is Lookup.Unanswerable
        || (lookup is Lookup.Absent && !(Supersession.IsAlert(leased.Post.Cause.Kind) && Lateness.IsLate(leased.Post.DueAt, clock.GetCurrentInstant())));

    private Attempted Answer(Leased leased, RetryDecision decision, string outcome, Core.Posts.Post shown) =>
        new(leased.Id, decision, outcome, shown, clock.GetCurrentInstant());

    private static string Words(Lookup lookup) => lookup switch
    {
        Lookup.Found => "found",
        Lookup.Absent => "not there",
        Lookup.Unanswerable it => $"{it.Why} {it.Mend}",
        Lookup.Unknown unknown => $"{unknown.Why} {unknown.Mend}".TrimEnd(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} to {Platform} failed inside the adapter; it is in doubt and will be looked for")]
    private partial void AdapterFailed(Exception fault, long id, string platform);
}
