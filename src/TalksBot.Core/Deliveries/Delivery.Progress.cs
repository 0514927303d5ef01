using TalksBot.Core.Channels;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Deliveries;

/// <content>What becomes of it, from the queue to the receipt.</content>
public sealed partial class Delivery
{
    private Delivery? _awaits;

    /// <summary>A change of a message that nobody had seen yet: nothing was sent for it.</summary>
    public bool IsSaidFromTheStart => State is DeliveryState.Superseded && Reason is DeliveryReason.SaidFromTheStart;

    /// <summary>Takes it into a sender's hands; from here until an outcome is recorded a crash leaves it in doubt.</summary>
    /// <param name="owner">The sender.</param>
    /// <param name="until">Until when the sender answers for it.</param>
    public void Lease(string owner, Instant until)
    {
        State = DeliveryState.Sending;
        Attempts++;
        (LeasedBy, LeasedUntil) = (owner, until);
    }

    /// <summary>Found leased by a sender that is gone.</summary>
    public void Orphan()
    {
        State = DeliveryState.Pending;
        InDoubt = true;
        (LeasedBy, LeasedUntil) = (null, null);
    }

    /// <summary>A database that this one took the place of may have sent it; what is kept back goes with others, and they are asked about.</summary>
    public void Doubt() => InDoubt = State is DeliveryState.Pending;

    /// <summary>Hands it back untouched.</summary>
    public void Release()
    {
        State = DeliveryState.Pending;
        Attempts--;
        (LeasedBy, LeasedUntil) = (null, null);
    }

    /// <summary>The platform confirmed it.</summary>
    public void RecordSent(string messageId, Post shown, Instant now)
    {
        State = DeliveryState.Sent;
        MessageId = messageId;
        NowSays(shown);
        SentAt = now;
        InDoubt = false;
        LastOutcome = "sent";
        (LeasedBy, LeasedUntil) = (null, null);
    }

    /// <summary>The platform confirmed it, after an attempt of which no trace was found.</summary>
    public void RecordSentAgain(string messageId, Post shown, Instant now)
    {
        RecordSent(messageId, shown, now);
        Reason = DeliveryReason.SentAgain;
    }

    /// <summary>The platform confirmed it, but an earlier attempt may be visible as well.</summary>
    public void RecordSentPerhapsTwice(string messageId, Post shown, Instant now, string why)
    {
        RecordSent(messageId, shown, now);
        LastOutcome = $"perhaps twice: {why}";
        Reason = DeliveryReason.PerhapsTwice;
    }

    /// <summary>It will be tried again, as soon as its channel is sent anything.</summary>
    public void RecordRetry(bool inDoubt, string outcome)
    {
        State = DeliveryState.Pending;
        InDoubt = inDoubt;
        LastOutcome = outcome;
        (LeasedBy, LeasedUntil) = (null, null);
    }

    /// <summary>It will be tried again, but not before this moment; others of its channel need not wait for it.</summary>
    public void RecordRetry(Instant notBefore, string outcome)
    {
        RecordRetry(inDoubt: false, outcome);
        NotBefore = notBefore;
    }

    /// <summary>The clock was set back: it still waits as long as it was told to.</summary>
    /// <param name="by">How far.</param>
    public void SetBack(Duration by) => NotBefore -= by;

    /// <summary>The operations channel knows that something is wrong with it.</summary>
    public void RecordTold(Instant now) => ToldAt = now;

    /// <summary>The message that it posted was taken down.</summary>
    public void RecordTakenDown() => Reason = DeliveryReason.MessageGone;

    /// <summary>The status message that it posted, or will post, is kept up to date no more.</summary>
    public void RecordEnded() => Reason = DeliveryReason.Ended;

    /// <summary>The message that it changes stays as it is; whatever was told of it while it was tried, that must be told too.</summary>
    public void RecordLeft(string why)
    {
        Drop(DeliveryState.Failed, why);
        ToldAt = null;
    }

    /// <summary>The message that it changes was taken down: nothing stands there to be changed.</summary>
    public void RecordGone(string outcome)
    {
        Drop(DeliveryState.Cancelled, outcome);
        Reason = DeliveryReason.MessageGone;
    }

    /// <summary>Too stale to be shown: a newer alert speaks for it.</summary>
    public void SupersedeBy(long newer)
    {
        Drop(DeliveryState.Superseded, "a newer alert spoke for it");
        SupersededBy = newer;
    }

    /// <summary>It will not be sent.</summary>
    public void Drop(DeliveryState state, string outcome)
    {
        State = state;
        LastOutcome = outcome;
        (LeasedBy, LeasedUntil) = (null, null);
    }

    /// <summary>Nobody has seen the message that this changes, so nothing need be sent.</summary>
    public void SayFromTheStart()
    {
        Drop(DeliveryState.Superseded, "its message says so from the start");
        Reason = DeliveryReason.SaidFromTheStart;
    }

    /// <summary>It was dropped before anybody saw it, and shall be seen after all.</summary>
    public void Revive(Instant now) => (State, NotBefore, SupersededBy) = (DeliveryState.Pending, now, null);

    /// <summary>Nobody has seen it yet, so it can simply say something else.</summary>
    public void Reword(Post post)
    {
        Post = post;
        Shows = Listed(post);
    }

    /// <summary>It must wait until another delivery is settled, which may have no row yet.</summary>
    public void Await(Delivery other) => (AwaitsId, _awaits) = (other.Id, other.Id == 0 ? other : null);

    /// <summary>The delivery that it waits for has a row by now; before its own row is written.</summary>
    public void KnowAwaited() => (AwaitsId, _awaits) = (_awaits?.Id ?? AwaitsId, null);

    /// <summary>A command caused it.</summary>
    /// <param name="act">The command's row.</param>
    public void CausedBy(long act) => ActId = act;

    /// <summary>Nobody has seen it yet, so it can simply go elsewhere on the same connection.</summary>
    public void GoTo(ChannelAddress channel) => Channel = channel;

    /// <summary>The channel's quiet hours keep it back.</summary>
    /// <param name="until">When they end.</param>
    public void Hold(Instant until) => (State, NotBefore) = (DeliveryState.Held, until);

    /// <summary>It was kept back, and one post after the quiet hours tells it together with others.</summary>
    /// <param name="bundle">That post's row.</param>
    public void ToldIn(long bundle)
    {
        Drop(DeliveryState.Superseded, "told in one post after the quiet hours");
        SupersededBy = bundle;
    }

    /// <summary>The message now says this, since a change of it was sent.</summary>
    public void NowSays(Post post)
    {
        Post = post;

        // What was once shown stays on the list: whoever saw it must hear of what becomes of it.
        Shows = Listed(post, Shows);
    }
}
