using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Sends the posts of one channel, or the changes of its messages, one after the other in the order given. When one has to wait,
/// the rest are handed back, so that the order holds and a platform in trouble is not hammered.
/// </summary>
internal sealed partial class Lane(IPlatform platform, SendingTerm term, IClock clock, ILogger<Lane> log)
{
    /// <summary>How many posts are in hand.</summary>
    public int InHand { get; private set; }

    /// <summary>Posts were given to this lane.</summary>
    public void Take(int count) => InHand += count;

    /// <summary>A post's result was written down.</summary>
    public void Settle() => InHand--;

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
            if (waiting || stopping.IsCancellationRequested || !term.IsHeld)
            {
                report(new Attempted(leased.Id, Decision: null, "", leased.Post.Post, clock.GetCurrentInstant()));
                continue;
            }

            var attempted = await WatchedAsync(leased, abort);
            waiting = attempted.Decision is RetryDecision.Again or RetryDecision.Reconcile or RetryDecision.Hold;
            report(attempted);
        }
    }

    private async Task<Attempted> WatchedAsync(Leased leased, CancellationToken abort)
    {
        using var attempt = SendInstruments.Begin(leased);
        var began = Stopwatch.GetTimestamp();
        var attempted = await AttemptAsync(leased, abort);
        SendInstruments.End(attempt, leased, attempted, Stopwatch.GetElapsedTime(began));
        return attempt is null ? attempted : attempted with { Attempt = attempt.Context };
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
            var lost = new PostOutcome.Ambiguous("the adapter failed");
            var decision = leased.Message is null ? RetryPolicy.After(lost, leased.Attempt) : AfterChange(leased, lost);
            return Answer(leased, decision, OutcomeWords.Of(lost), leased.Post.Post);
        }
    }

    private async Task<Attempted> SendAsync(Leased leased, CancellationToken abort)
    {
        if (leased.Message is { } message)
        {
            return await ChangeAsync(leased, message, abort);
        }

        var lookup = leased.InDoubt ? await platform.FindAsync(leased.Post, abort) : new Lookup.Absent();
        if (leased.InDoubt && leased.Post.IsTakenBack)
        {
            return Answer(leased, RetryPolicy.AfterTakenBack(lookup, leased.Attempt), $"looked for it: {Words(lookup)}", leased.Post.Post);
        }

        if (leased.InDoubt && !MaySendAtOnce(lookup, leased))
        {
            return Answer(leased, RetryPolicy.After(lookup, leased.Attempt), $"looked for it: {Words(lookup)}", leased.Post.Post);
        }

        var shown = Lateness.Relabel(leased.Post with { Post = leased.SaysNow ?? leased.Post.Post }, leased.Missed, clock.GetCurrentInstant());
        var awaitsPicture = shown.Picture is not null && platform.Capabilities is { ShowsPictures: true, CanEdit: true };
        var outcome = await platform.PostAsync(leased.Post with { Post = awaitsPicture ? shown with { Picture = null } : shown }, abort);
        var decision = lookup switch
        {
            Lookup.Unanswerable doubt => RetryPolicy.After(outcome, leased.Attempt, doubt),
            _ when leased.InDoubt => RetryPolicy.AfterAbsent(outcome, leased.Attempt),
            _ => RetryPolicy.After(outcome, leased.Attempt),
        };
        return Answer(leased, decision, OutcomeWords.Of(outcome), shown) with { AwaitsPicture = awaitsPicture };
    }

    /// <summary>A change may be made twice without harm, so nothing need be looked for.</summary>
    private async Task<Attempted> ChangeAsync(Leased leased, MessageAddress message, CancellationToken abort)
    {
        var outcome = await MakeAsync(leased, message, abort);
        if (leased.MayBeTakenDown && outcome is PostOutcome.NotAllowed or PostOutcome.Rejected && platform.Capabilities.CanDelete
            && await platform.DeleteAsync(message, abort) is PostOutcome.Sent or PostOutcome.MessageGone)
        {
            outcome = new PostOutcome.Sent(message.MessageId);
        }

        return Answer(leased, AfterChange(leased, outcome), OutcomeWords.Of(outcome), leased.Post.Post);
    }

    private async Task<PostOutcome> MakeAsync(Leased leased, MessageAddress message, CancellationToken abort) => leased.Act switch
    {
        DeliveryAct.Edit when platform.Capabilities.CanEdit => await platform.EditAsync(message, leased.Post, abort),
        DeliveryAct.Delete when platform.Capabilities.CanDelete => await platform.DeleteAsync(message, abort),
        DeliveryAct.Pin when platform.Capabilities.CanPin => await platform.PinAsync(message, abort),
        DeliveryAct.Unpin when platform.Capabilities.CanPin => await platform.UnpinAsync(message, abort),
        DeliveryAct.Thread when platform.Capabilities.HasThreads => await platform.OpenThreadAsync(message, leased.Post, abort),
        _ => new PostOutcome.Rejected("This platform cannot do that to a message."),
    };

    private RetryDecision AfterChange(Leased leased, PostOutcome outcome) =>
        RetryPolicy.AfterChange(outcome, leased.Attempt, leased.ChangedFor, clock.GetCurrentInstant() - leased.Post.DueAt);

    /// <summary>
    /// What is not there is sent in the same breath, while the platform still knows its key; only a stale alert goes back,
    /// since a newer one may speak for it. What cannot be looked for goes at once, or the doubt would be forgotten on the way.
    /// </summary>
    private bool MaySendAtOnce(Lookup lookup, Leased leased) =>
        lookup is Lookup.Unanswerable
        || (lookup is Lookup.Absent && !(Supersession.IsAlert(leased.Post.Cause) && (leased.IsOvertaken || Lateness.IsLate(leased.Post, clock.GetCurrentInstant()))));

    private Attempted Answer(Leased leased, RetryDecision decision, string outcome, Core.Posts.Post shown) =>
        new(leased.Id, decision, outcome, shown, clock.GetCurrentInstant());

    private static string Words(Lookup lookup) => lookup switch
    {
        Lookup.Found => "found",
        Lookup.Absent => "not there",
        Lookup.Unanswerable it => $"{it.Why} {it.Mend}",
        Lookup.Unknown unknown => $"{unknown.Why} {unknown.Mend}".TrimEnd(),
        _ => throw new UnreachableException(),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} to {Platform} failed inside the adapter; it is in doubt and will be looked for")]
    private partial void AdapterFailed(Exception fault, long id, string platform);
}

/// <summary>What is sent one after the other: a channel's posts, or the changes of its messages.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Lane">Which of the two.</param>
internal readonly record struct LaneKey(ChannelAddress Channel, SendingLane Lane);

/// <summary>A delivery in a sender's hands.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="InDoubt">True when an earlier attempt may be visible already.</param>
/// <param name="Post">What to send where.</param>
/// <param name="Missed">Stale alerts that this one speaks for.</param>
internal sealed record Leased(long Id, int Attempt, bool InDoubt, OutgoingPost Post, IReadOnlyList<OutgoingPost> Missed)
{
    /// <summary>What to do.</summary>
    public DeliveryAct Act { get; init; } = DeliveryAct.Post;

    /// <summary>A newer alert of its subject was seen already, so it may be found but not sent any more.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>What it shall say should it not be there; null for what it said at first.</summary>
    public Post? SaysNow { get; init; }

    /// <summary>The message to change; null for a new one.</summary>
    public MessageAddress? Message { get; init; }

    /// <summary>Why it is changed.</summary>
    public ChangeReason ChangedFor { get; init; }

    /// <summary>The message tells of nothing but what was killed, so it may be taken down where it cannot be changed.</summary>
    public bool MayBeTakenDown { get; init; }

    /// <summary>The lane it is sent in.</summary>
    public LaneKey Lane => new(Post.Channel, Act is DeliveryAct.Post ? SendingLane.Posts : SendingLane.Changes);
}

/// <summary>What became of a delivery that was in a sender's hands.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Decision">What to do with it; null when it was handed back untouched.</param>
/// <param name="Outcome">The platform's answer in words, for the receipt.</param>
/// <param name="Shown">The post as it was shown.</param>
/// <param name="At">When the platform answered.</param>
internal sealed record Attempted(long Id, RetryDecision? Decision, string Outcome, Post Shown, Instant At)
{
    /// <summary>True when it is visible, or the change is made.</summary>
    public bool IsSent => Decision is RetryDecision.Done or RetryDecision.DoneAgain or RetryDecision.DonePerhapsTwice;

    /// <summary>Its words stand alone, and its picture is still to follow.</summary>
    public bool AwaitsPicture { get; init; }

    /// <summary>The attempt's part of the delivery's trace; empty where nobody traces.</summary>
    public ActivityContext Attempt { get; init; }
}
