using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Digests;

/// <summary>Speaks for daily digests, and plans the next one of each follow.</summary>
internal sealed class DigestHandler(TalksDb db, DigestParts parts, BundledUpdates bundles, DeliveryQueue queue, CommitEffects effects, RestoredCopy restored) : IDueMomentHandler
{
    private readonly Dictionary<(int Talks, Instant From, Instant To), int> _leftOut = [];

    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Digest;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Head()
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        var ahead = await AheadAsync(due, now, token);
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            var follow = owner.Follows.Single(known => known.Id == moment.SubjectId);
            if (follow is { IsListening: true, Settings.DigestAt: { } hour })
            {
                var decision = DigestPlan.At(moment.Due, now, hour, follow.Settings.Clock.Zone, follow.DigestedUntil, restored.MayHaveTold(moment.Due));
                Plan(owner, follow, await HandleAsync(owner, follow, decision, now, token), ahead);
            }
        }
    }

    /// <summary>Writes the digest, unless its news is left to the next one.</summary>
    /// <returns>When the next digest falls due.</returns>
    private async Task<Instant> HandleAsync(Negotiation talks, Follow follow, DigestDecision decision, Instant now, CancellationToken token)
    {
        switch (decision)
        {
            case DigestDecision.MergeIntoNext merge:
                return merge.Next;
            case DigestDecision.Send send:
                // What still leaves on time is worded at its due moment, so that it says "in 15 h", never "in 14 h 59 min".
                var window = await ReadAsync(talks, send.Window, token) with { Bundled = await bundles.BesideAsync(talks, follow, send.DueAt, token) };
                var post = DigestWording.Write(talks, follow, window, Lateness.IsLate(send.DueAt, rung: null, now) ? now : send.DueAt);
                queue.Tell(talks, [follow], new News(DeliveryKind.Digest, "", WirePriority.Regular, send.DueAt, post));
                follow.Digested(send.Window.To);
                return send.Next;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Most channels cover the same stretch of time, which is read once for all of them.</summary>
    private async Task<DigestWindow> ReadAsync(Negotiation talks, DigestWindow window, CancellationToken token)
    {
        var key = (talks.Id, window.From, window.To);
        if (!_leftOut.TryGetValue(key, out var leftOut))
        {
            leftOut = (await parts.ReadAsync(talks, window, token)).LeftOut;
            _leftOut.Add(key, leftOut);
        }

        return window with { LeftOut = leftOut };
    }

    private void Plan(Negotiation talks, Follow follow, Instant next, HashSet<(int FollowId, Instant Due)> ahead)
    {
        if (ahead.Add((follow.Id, next)))
        {
            db.Moments.Add(new DueMoment(MomentKind.Digest, talks.Id, follow.Id, next, Duration.Zero));
            effects.Planned(MomentKind.Digest, next);
        }
    }

    /// <summary>Digests planned already: a change of the record during downtime plans the next one before the missed one is claimed.</summary>
    private async Task<HashSet<(int FollowId, Instant Due)>> AheadAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var follows = due.Select(moment => moment.SubjectId).Distinct().ToList();
        var planned = await db.Moments
            .Where(moment => moment.Kind == MomentKind.Digest && moment.State == MomentState.Open
                && moment.Due > now && follows.Contains(moment.SubjectId))
            .Select(moment => new { moment.SubjectId, moment.Due })
            .ToListAsync(token);
        return [.. planned.Select(moment => (moment.SubjectId, moment.Due))];
    }
}
