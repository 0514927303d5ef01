using TalksBot.Core.Posts;

namespace TalksBot.Core.Deliveries;

/// <content>What becomes of it, from the queue to the receipt.</content>
public sealed partial class Delivery
{
    private const string PerhapsTwice = "perhaps twice: ";
    private const string FromTheStart = "its message says so from the start";

    /// <summary>A change of a message that nobody had seen yet: nothing was sent for it.</summary>
    public bool IsSaidFromTheStart => State is DeliveryState.Superseded && LastOutcome == FromTheStart;

    /// <summary>Takes it into a sender's hands; from here until an outcome is recorded a crash leaves it in doubt.</summary>
    public void Lease()
    {
        State = DeliveryState.Sending;
        Attempts++;
    }

    /// <summary>Found leased by a sender that is gone.</summary>
    public void Orphan()
    {
        State = DeliveryState.Pending;
        InDoubt = true;
    }

    /// <summary>Hands it back untouched.</summary>
    public void Release()
    {
        State = DeliveryState.Pending;
        Attempts--;
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
    }

    /// <summary>The platform confirmed it, but an earlier attempt may be visible as well.</summary>
    public void RecordSentPerhapsTwice(string messageId, Post shown, Instant now, string why)
    {
        RecordSent(messageId, shown, now);
        LastOutcome = PerhapsTwice + why;
    }

    /// <summary>It will be tried again.</summary>
    public void RecordRetry(Instant notBefore, bool inDoubt, string outcome)
    {
        State = DeliveryState.Pending;
        NotBefore = notBefore;
        InDoubt = inDoubt;
        LastOutcome = outcome;
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
    }

    /// <summary>A command caused it.</summary>
    public void CausedBy(long act) => ActId = act;

    /// <summary>Nobody has seen the message that this changes, so nothing need be sent.</summary>
    public void SayFromTheStart() => Drop(DeliveryState.Superseded, FromTheStart);

    /// <summary>It was dropped before anybody saw it, and shall be seen after all.</summary>
    public void Revive(Instant now) => (State, NotBefore, SupersededBy) = (DeliveryState.Pending, now, null);

    /// <summary>Nobody has seen it yet, so it can simply say something else.</summary>
    public void Reword(Post post)
    {
        Post = post;
        Shows = Listed(post);
    }

    /// <summary>It must wait until another delivery is settled.</summary>
    public void Await(long other) => AwaitsId = other;

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
