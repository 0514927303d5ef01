using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Undoing;
using TalksBot.Core.Updates;
using TalksBot.Features.Alerts;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Takes back what a command has told: posts are struck and followed by a note, marks on other posts are removed.</summary>
internal sealed class UndoPosts(TalksDb db, MessageEditor rewrite, DeliveryQueue queue, HoldBack hold, RewordedAlerts alerts)
{
    private readonly Dictionary<string, IReadOnlyList<Delivery>> _showing = new(StringComparer.Ordinal);

    // Hundreds of channels read the same, and are changed in the same way.
    private readonly Dictionary<Post, (Post Before, Post After, Post Says)> _restored = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes it back.</summary>
    /// <returns>How many channels had been told.</returns>
    public async Task<int> TakeBackAsync(Act act, Negotiation talks, Stamp stamp, CancellationToken token)
    {
        var notice = $"Taken back by {stamp.By} {TimeWording.ClockTimeShort(stamp.At, talks.ClocksFrom(talks.Zone)[0])}: disregard it.";
        var caused = await WithoutStandingAsync(act, talks, await CausedAsync(act, token), stamp.At, token);
        var messages = await MessagesAsync(caused, token);
        var inPart = await ShownInPartAsync(act, caused, messages, token);
        await rewrite.LoadAsync([.. messages.Values, .. inPart.Select(shown => shown.Message)], token);
        var posts = caused.Where(delivery => delivery.Act is DeliveryAct.Post).ToList();
        posts.Where(post => post.IsUnseen).ToList().ForEach(post => post.Drop(DeliveryState.Cancelled, "undone"));
        var told = new Dictionary<ChannelAddress, Delivery>();
        foreach (var post in posts.Where(IsOut))
        {
            rewrite.Apply(post, ChangeReason.Undone, shown => PostMarks.Undone(CorrectionWording.WithoutHidden(shown, talks), notice), stamp.At);
            told[post.Channel] = post;
        }

        foreach (var change in caused.Where(delivery => delivery.Act is DeliveryAct.Edit && delivery.State is not (DeliveryState.Cancelled or DeliveryState.Failed)).Reverse())
        {
            var wasSeen = IsOut(change) && !change.IsUnseen;
            var message = messages[change.TargetId!.Value];
            Restore(talks, message, change, stamp.At);
            if (!message.IsUnseen && (wasSeen || change.IsSaidFromTheStart))
            {
                told.TryAdd(message.Channel, message);
            }
        }

        foreach (var shown in inPart.Where(shown => StrikeInPart(talks, shown.Message, shown.Account, notice, stamp.At)))
        {
            told.TryAdd(shown.Message.Channel, shown.Message);
        }

        var quoted = act.IsWord ? null : await StandingAsync(act, [.. told.Keys], token);
        foreach (var first in act.IsWord ? [] : told.Values.ToList())
        {
            Note(act, talks, first, posts.Contains(first), [.. UndoWording.Holds(talks, act, quoted![first.Channel], ClockOf(talks, first), stamp.At), new PostPiece.Line(notice)], stamp.At);
        }

        return told.Count;
    }

    /// <summary>Alerts of the clock that still hold say of their subject what is said of it again; of talks that are not followed any more none holds.</summary>
    /// <returns>All others.</returns>
    private async Task<IReadOnlyList<Delivery>> WithoutStandingAsync(Act act, Negotiation talks, IReadOnlyList<Delivery> caused, Instant now, CancellationToken token)
    {
        List<Delivery> standing = act.Opens ? [] : [.. caused.Where(delivery => delivery.ActId != act.Id && delivery.Rung is not null && AgendaPlan.Stands(talks, delivery))];
        foreach (var part in act.Parts)
        {
            List<Delivery> own = [.. standing.Where(alert => alert.Subject == part.Name)];
            if (UndoneWords.DeadlineAfter(part) is { } deadline && talks.DeadlineNamed(part.Name) is { } stands)
            {
                await alerts.RewordAsync(own, (shown, rung) => CountdownWording.Reworded(shown, talks, deadline, stands, rung), now, token);
            }
            else if (UndoneWords.SessionAfter(part) is { } session && talks.SessionNamed(part.Name) is { } planned)
            {
                await alerts.RewordAsync(own, (shown, rung) => SessionWording.Reworded(shown, talks, session, planned, rung), now, token);
            }
        }

        return [.. caused.Except(standing)];
    }

    private static bool IsLater(Delivery post, Act act) => post.ActId is { } other ? other > act.Id : post.DueAt > act.At;

    private static bool IsOut(Delivery delivery) => delivery.State is DeliveryState.Sent or DeliveryState.Sending or DeliveryState.Pending;

    /// <summary>What the command posted and marked, and the alerts and lifted embargoes that the clock has told of what it set since.</summary>
    private async Task<IReadOnlyList<Delivery>> CausedAsync(Act act, CancellationToken token)
    {
        var subjects = act.Parts.Select(part => part.Name).ToList();
        return await db.Deliveries
            .Where(delivery => (delivery.ActId == act.Id
                    || (act.Opens && delivery.ActId == null && delivery.Talks == act.Talks && delivery.DueAt > act.At)
                    || (delivery.Talks == act.Talks && delivery.DueAt > act.At && subjects.Contains(delivery.Subject)
                        && (delivery.Rung != null || (delivery.Kind == DeliveryKind.Update && delivery.ActId == null))))
                && delivery.Act != DeliveryAct.Pin && delivery.Kind != DeliveryKind.Live && (delivery.Kind != DeliveryKind.Bundle || delivery.Act == DeliveryAct.Edit))
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
    }

    /// <summary>The posts among them, the messages that they change, and the bundles that spoke for them, by their rows.</summary>
    private async Task<Dictionary<long, Delivery>> MessagesAsync(IReadOnlyList<Delivery> caused, CancellationToken token)
    {
        var messages = caused.Where(delivery => delivery.Act is DeliveryAct.Post).ToDictionary(delivery => delivery.Id);
        var others = caused.Select(delivery => delivery.TargetId ?? delivery.SupersededBy).OfType<long>().Where(id => !messages.ContainsKey(id)).Distinct().ToList();
        foreach (var some in others.Chunk(1_000))
        {
            foreach (var message in await db.Deliveries.Where(delivery => some.Contains(delivery.Id)).ToListAsync(token))
            {
                messages.Add(message.Id, message);
            }
        }

        return messages;
    }

    /// <summary>The message says again what it said before the change; what was changed since, and what was killed, stays so.</summary>
    private void Restore(Negotiation talks, Delivery message, Delivery change, Instant now)
    {
        if (message.State is DeliveryState.Cancelled && change.IsSaidFromTheStart)
        {
            message.Revive(now);
            if (talks.Follows.FirstOrDefault(known => known.Id == message.FollowId) is { } follow)
            {
                hold.Consider(talks, follow, message, isOfOther: false);
            }
        }

        rewrite.Return(message, ChangeReason.Restored, Restored(talks, rewrite.Reads(message), change), now);
    }

    private Post Restored(Negotiation talks, Post reads, Delivery change)
    {
        if (!_restored.TryGetValue(reads, out var known) || known.Before != change.Before || known.After != change.Post)
        {
            known = (change.Before!, change.Post, CorrectionWording.WithoutChange(reads, change.Before!, change.Post, talks));
            _restored[reads] = known;
        }

        return known.Says;
    }

    /// <summary>
    /// Posts with other news that show what the command said: a bundle after quiet hours, a digest, an account set against it since.
    /// </summary>
    private async Task<IReadOnlyList<(Delivery Message, string Account)>> ShownInPartAsync(
        Act act, IReadOnlyList<Delivery> caused, Dictionary<long, Delivery> messages, CancellationToken token)
    {
        var known = caused.Select(delivery => delivery.TargetId ?? delivery.Id).ToHashSet();
        var shown = new List<(Delivery Message, string Account)>();
        foreach (var bundled in caused.Where(delivery => delivery.State is DeliveryState.Superseded && delivery.SupersededBy is not null))
        {
            if (messages.GetValueOrDefault(bundled.SupersededBy!.Value) is { Kind: DeliveryKind.Bundle, State: not (DeliveryState.Cancelled or DeliveryState.Failed) } bundle)
            {
                shown.Add((bundle, bundled.Subject));
            }
        }

        foreach (var account in act.Reworded)
        {
            var since = await ShowingAsync(act, account, token);
            shown.AddRange(since.Where(post => IsLater(post, act) && post.Kind is not DeliveryKind.Live && !known.Contains(post.Id)).Select(post => (post, account)));
        }

        return [.. shown.Distinct()];
    }

    /// <returns>True when somebody may have seen it.</returns>
    private bool StrikeInPart(Negotiation talks, Delivery message, string account, string notice, Instant now)
    {
        var reads = rewrite.Reads(message);
        if (PostMarks.IsUndone(reads) || reads.Pieces.All(piece => piece.Account != account))
        {
            return false;
        }

        var isUnseen = message.IsUnseen;
        var says = isUnseen
            ? CorrectionWording.AsItStands(reads, account, talks)
            : PostMarks.Undone(CorrectionWording.WithoutHidden(reads, talks), account, notice);
        if (isUnseen && says.Pieces.Count == 0)
        {
            message.Drop(DeliveryState.Cancelled, "undone");
            return false;
        }

        rewrite.Return(message, ChangeReason.Undone, says, now);
        return !isUnseen;
    }

    private static WallClock ClockOf(Negotiation talks, Delivery post) =>
        talks.Follows.FirstOrDefault(known => known.Id == post.FollowId)?.Settings.Clock ?? talks.ClocksFrom(talks.Zone)[0];

    /// <summary>The posts that showed an account before anything was taken back, read once.</summary>
    private async Task<IReadOnlyList<Delivery>> ShowingAsync(Act act, string account, CancellationToken token)
    {
        if (!_showing.TryGetValue(account, out var showing))
        {
            showing = await rewrite.ShowingAsync(act.Talks, account, token);
            _showing.Add(account, showing);
        }

        return showing;
    }

    /// <summary>Those of the updates concerned whose words stand unstruck in each channel, once everything under way has arrived: nobody is told of others.</summary>
    private async Task<ILookup<ChannelAddress, string>> StandingAsync(Act act, HashSet<ChannelAddress> channels, CancellationToken token)
    {
        var standing = new List<(ChannelAddress Channel, string Account)>();
        foreach (var account in act.Parts.Select(part => part.Name).Where(name => name.StartsWith('#')))
        {
            var quoting = (await ShowingAsync(act, account, token))
                .Where(post => post.State is DeliveryState.Sent or DeliveryState.Sending && channels.Contains(post.Channel))
                .ToList();
            await rewrite.LoadAsync(quoting, token);
            standing.AddRange(quoting.Where(post => rewrite.Reads(post).Pieces.Any(piece => piece is PostPiece.Quote or PostPiece.Line && piece.Account == account)).Select(post => (post.Channel, account)));
        }

        return standing.ToLookup(shown => shown.Channel, shown => shown.Account);
    }

    /// <summary>An edit notifies nobody, so a message of its own says that something was taken back.</summary>
    /// <param name="act">What was taken back.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="first">A post in the channel that told of it.</param>
    /// <param name="isWhole">True where that post tells of nothing else, so that all of it is struck.</param>
    /// <param name="says">What holds again, who took it back, and when.</param>
    /// <param name="now">When.</param>
    private void Note(Act act, Negotiation talks, Delivery first, bool isWhole, IReadOnlyList<PostPiece> says, Instant now)
    {
        var heading = isWhole ? first.Post.Title : TalksHeading.Of(talks, $"{act.Command} of {Typography.And([.. act.Parts.Select(part => TalksParts.Title(part.Name)).Where(name => name.Length > 0).DefaultIfEmpty("the talks")])}");
        var link = new PostPiece.Link(isWhole ? "The post itself is struck." : "The post that told of it is marked.", first.Key.Value, first.MessageId);
        var post = new Post(heading, Severity.Notable, [.. says, link])
        {
            Label = "UNDONE",
            InReplyTo = new PostReply(first.Key.Value, first.MessageId),
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        };
        var news = new News(DeliveryKind.Undone, first.Subject, first.Priority < WirePriority.Urgent ? first.Priority : WirePriority.Urgent, now, post) { Revision = (int)act.Id };
        var follow = talks.Follows.FirstOrDefault(known => known.Id == first.FollowId);
        var note = follow is null ? queue.Tell(talks, first.Channel, news) : queue.Tell(talks, follow, news);
        if (!first.IsSettled)
        {
            // It is in a sender's hands and may be seen yet.
            note.Await(first);
        }
    }
}
