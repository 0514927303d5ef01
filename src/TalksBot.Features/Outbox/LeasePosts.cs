using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Leases new messages: alerts of one subject in the order in which they were due, those that a newer one speaks for not at all.</summary>
internal sealed class LeasePosts(TalksDb db)
{
    /// <summary>Leases what its channel may take in hand now.</summary>
    /// <param name="waiting">What may go, in order.</param>
    /// <param name="ahead">How many a channel takes.</param>
    /// <param name="order">The turn.</param>
    /// <returns>The posts, in the order in which they must be sent.</returns>
    public async Task<IReadOnlyList<Leased>> LeaseAsync(IReadOnlyList<Delivery> waiting, Func<ChannelAddress, int> ahead, TurnOrder order, Instant now, CancellationToken token)
    {
        var channels = waiting.GroupBy(delivery => delivery.Channel).Select(channel => (channel.Key, Room: ahead(channel.Key), Posts: channel.ToList())).ToList();
        var chosen = channels.SelectMany(channel => channel.Posts.Take(channel.Room)).ToList();
        var siblings = await AlertsBesideAsync(chosen, token);
        var seen = await SeenAsync([.. chosen.Union(siblings).Where(delivery => MayBeOvertaken(delivery, now))], token);
        var leased = new List<Leased>();
        foreach (var (_, room, posts) in channels)
        {
            var taken = posts.Take(room)
                .SelectMany(delivery => InOrder(delivery, siblings, now))
                .Distinct()
                .Select(delivery => delivery.State is DeliveryState.Pending ? Lease(delivery, siblings, seen, order.Owner, now) : null)
                .OfType<Leased>()
                .Take(room);
            leased.AddRange(taken);
        }

        return await LinkedAsync(await ChangedAsync(leased, token), token);
    }

    /// <summary>What nobody knows to have arrived may have been changed meanwhile: the old words are not sent again, and what was taken back is not sent at all.</summary>
    private async Task<List<Leased>> ChangedAsync(List<Leased> leased, CancellationToken token)
    {
        var doubtful = leased.Where(post => post.InDoubt).Select(post => post.Id).ToList();
        if (doubtful.Count == 0)
        {
            return leased;
        }

        var edits = (await db.Deliveries.AsNoTracking()
            .Where(edit => edit.TargetId != null && doubtful.Contains(edit.TargetId.Value) && edit.Act == DeliveryAct.Edit && edit.State == DeliveryState.Pending)
            .OrderBy(edit => edit.Id)
            .ToListAsync(token)).ToLookup(edit => edit.TargetId!.Value);
        return leased.ConvertAll(post => edits[post.Id].LastOrDefault() is not { } edit ? post : post with
        {
            SaysNow = edit.Post,
            Post = post.Post with { IsTakenBack = PostMarks.IsUndone(edit.Post) || (edit.ChangedFor is ChangeReason.Killed && TellsOfNothingElse(edit)) },
        });
    }

    private static bool TellsOfNothingElse(Delivery edit) => edit.Kind is DeliveryKind.Update or DeliveryKind.Correction && edit.Post.Accounts.Count == 0;

    /// <summary>What points to posts of ours is given the ids those posts have got since.</summary>
    private async Task<IReadOnlyList<Leased>> LinkedAsync(List<Leased> leased, CancellationToken token)
    {
        var wanted = leased.SelectMany(post => post.Post.Post.Unresolved).Select(key => new DeliveryKey(key)).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return leased;
        }

        var found = await db.Deliveries.Where(delivery => wanted.Contains(delivery.Key)).Select(delivery => new { delivery.Key, delivery.MessageId }).ToListAsync(token);
        var ids = found.ToDictionary(delivery => delivery.Key.Value, delivery => delivery.MessageId);
        return leased.ConvertAll(post => post with { Post = post.Post with { Post = post.Post.Post.Resolved(ids) } });
    }

    private static bool MayBeOvertaken(Delivery delivery, Instant now) =>
        delivery.State is DeliveryState.Pending && (delivery.InDoubt || Lateness.IsLate(delivery.DueAt, delivery.Rung, now)) && Supersession.IsAlert(delivery.ToOutgoing().Cause);

    /// <summary>The alerts of its subject that must be seen before it, and then itself.</summary>
    private static IEnumerable<Delivery> InOrder(Delivery delivery, IReadOnlyList<Delivery> siblings, Instant now)
    {
        var post = delivery.ToOutgoing();
        return siblings
            .Where(other => other is { State: DeliveryState.Pending, AwaitsId: null } && other.NotBefore <= now && Supersession.IsAhead(other.ToOutgoing(), post))
            .OrderBy(other => other.DueAt)
            .Append(delivery);
    }

    /// <summary>The other alerts of the same subjects: waiting ones may be stale, superseded ones were spoken for.</summary>
    private async Task<IReadOnlyList<Delivery>> AlertsBesideAsync(IReadOnlyList<Delivery> chosen, CancellationToken token)
    {
        var alerts = chosen.Where(delivery => Supersession.IsAlert(delivery.ToOutgoing().Cause)).ToList();
        if (alerts.Count == 0)
        {
            return [];
        }

        var talks = alerts.Select(delivery => delivery.Talks).Distinct().ToList();
        var subjects = alerts.Select(delivery => delivery.Subject).Distinct().ToList();
        var beside = db.Deliveries.Where(delivery => talks.Contains(delivery.Talks) && subjects.Contains(delivery.Subject)
            && delivery.Rung != null && (delivery.State == DeliveryState.Pending || delivery.SupersededBy != null));

        // Nearly always each subject has one alert waiting in a channel, and nothing more need be read.
        var crowded = await beside
            .GroupBy(delivery => new { delivery.Channel, delivery.Talks, delivery.Subject })
            .Where(group => group.Count() > 1)
            .Select(group => group.Key.Talks)
            .Distinct()
            .ToListAsync(token);
        return crowded.Count == 0 ? [] : await beside.Where(delivery => crowded.Contains(delivery.Talks)).ToListAsync(token);
    }

    /// <summary>The alerts of the same subjects that were seen or are about to be: what was due before one of them is not shown after it.</summary>
    private async Task<IReadOnlyList<(long Id, OutgoingPost Post)>> SeenAsync(List<Delivery> perhapsOvertaken, CancellationToken token)
    {
        if (perhapsOvertaken.Count == 0)
        {
            return [];
        }

        var talks = perhapsOvertaken.Select(delivery => delivery.Talks).Distinct().ToList();
        var subjects = perhapsOvertaken.Select(delivery => delivery.Subject).Distinct().ToList();
        var since = perhapsOvertaken.Min(delivery => delivery.DueAt);
        var seen = await db.Deliveries.AsNoTracking()
            .Where(delivery => talks.Contains(delivery.Talks) && subjects.Contains(delivery.Subject) && delivery.Rung != null && delivery.DueAt > since
                && delivery.Act == DeliveryAct.Post && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending))
            .ToListAsync(token);
        return [.. seen.Select(delivery => (delivery.Id, delivery.ToOutgoing()))];
    }

    private static Leased? Lease(Delivery delivery, IReadOnlyList<Delivery> siblings, IReadOnlyList<(long Id, OutgoingPost Post)> seen, string owner, Instant now)
    {
        var post = delivery.ToOutgoing();
        var overtaking = seen.FirstOrDefault(newer => Supersession.IsAhead(post, newer.Post));
        if (!delivery.InDoubt && overtaking.Post is not null)
        {
            delivery.SupersedeBy(overtaking.Id);
            return null;
        }

        var newest = siblings
            .Where(other => other.State is DeliveryState.Pending && Supersession.SpeaksFor(other.ToOutgoing(), post, now))
            .MaxBy(other => other.DueAt);
        if (!delivery.InDoubt && newest is not null)
        {
            Supersede(delivery, newest, siblings);
            return null;
        }

        var stale = siblings.Where(other => other is { State: DeliveryState.Pending, InDoubt: false }
            && Supersession.SpeaksFor(post, other.ToOutgoing(), now));
        foreach (var other in stale)
        {
            Supersede(other, delivery, siblings);
        }

        delivery.Lease(owner, now + TurnOrder.Term);
        var missed = siblings.Where(other => other.SupersededBy == delivery.Id && Supersession.IsAlert(post.Cause)).OrderBy(other => other.DueAt).Select(other => other.ToOutgoing());
        return new Leased(delivery.Id, delivery.Attempts, delivery.InDoubt, post, [.. missed]) { IsOvertaken = newest is not null || overtaking.Post is not null };
    }

    /// <summary>What the stale alert itself spoke for passes to the newer one.</summary>
    private static void Supersede(Delivery stale, Delivery newer, IReadOnlyList<Delivery> siblings)
    {
        stale.SupersedeBy(newer.Id);
        foreach (var older in siblings.Where(other => other.SupersededBy == stale.Id))
        {
            older.SupersedeBy(newer.Id);
        }
    }
}
