using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>The changes that must have been made for filed talks to read as they do, where the file does not keep them. Pure.</summary>
internal sealed class MissingChanges
{
    private readonly FiledTalks _talks;
    private readonly ILookup<(string Subject, ChangeVerb Verb), FiledChange> _kept;
    private readonly string _by;

    public MissingChanges(FiledTalks talks)
    {
        _talks = talks;
        _kept = talks.Changes.ToLookup(change => (change.Subject, change.Verb));
        _by = _kept[("", ChangeVerb.Opened)].FirstOrDefault()?.By ?? "desk";
    }

    /// <summary>What was there before anything the file keeps of the same instant.</summary>
    public IEnumerable<FiledChange> Early() =>
    [
        .. Unless("", ChangeVerb.Opened, _talks.OpenedAt),
        .. _talks.Follows.SelectMany(follow => Unless(follow.Channel.ToString(), ChangeVerb.Added, follow.Since)),
        .. _talks.Deadlines.SelectMany(deadline => Unless(SubjectNumber.Deadline(deadline.Number), ChangeVerb.Added, _talks.OpenedAt)),
        .. _talks.Sessions.SelectMany(session => Unless(SubjectNumber.Session(session.Number), ChangeVerb.Added, _talks.OpenedAt)),
        .. _talks.Deadlines.SelectMany(deadline => Covered(SubjectNumber.Deadline(deadline.Number), deadline.Cover)),
        .. _talks.Sessions.SelectMany(session => Covered(SubjectNumber.Session(session.Number), session.Cover)),
        .. _talks.Points.SelectMany(Point),
        .. Updates(),
    ];

    /// <summary>What came after everything the file keeps of the same instant.</summary>
    public IEnumerable<FiledChange> Late()
    {
        var end = _talks.Changes.Select(change => change.At)
            .Concat(_talks.Updates.Select(update => update.HeardAt))
            .Append(_talks.Outcome?.At ?? _talks.OpenedAt)
            .Max();
        return
        [
            .. _talks.Sessions.SelectMany(session => Session(session, end)),
            .. _talks.Deadlines.SelectMany(deadline => Deadline(deadline, end)),
            .. _talks.Follows.SelectMany(follow => follow.RemovedAt is { } removed
                ? Unless(follow.Channel.ToString(), ChangeVerb.Removed, removed)
                : []),
            .. _talks.Outcome is { } outcome ? Unless("", ChangeVerb.Concluded, outcome.At, new ChangeValue.Conclusion(outcome.Kind, outcome.Line)) : [],
            .. _talks.Status is TalksStatus.Suspended ? Unless("", ChangeVerb.Suspended, end) : [],
            .. _talks.Status is TalksStatus.Closed ? Unless("", ChangeVerb.Closed, end) : [],
        ];
    }

    private IEnumerable<FiledChange> Covered(string name, FiledCover? cover) =>
        cover is null ? [] : Unless(name, ChangeVerb.Covered, _talks.OpenedAt, new ChangeValue.Covering(cover.Restore()));

    private IEnumerable<FiledChange> Point(FiledPoint point)
    {
        var name = SubjectNumber.Point(point.Number);
        var sets = _kept[(name, ChangeVerb.Set)].ToList();
        return
        [
            .. Unless(name, ChangeVerb.Added, _talks.OpenedAt),
            .. point.Wordings
                .Where(said => !sets.Exists(set => set.New is ChangeValue.Wording wording && wording.Side == said.Side))
                .Select(said => Made(name, ChangeVerb.Set, _talks.OpenedAt, new ChangeValue.Wording(said.Side, said.Wording))),
            .. point.State is PointState.Narrowing && !sets.Exists(set => set.New is ChangeValue.Turn turn && turn.State == point.State)
                ? [Made(name, ChangeVerb.Set, _talks.OpenedAt, new ChangeValue.Turn(point.State))]
                : Array.Empty<FiledChange>(),
            .. point.State is PointState.Settled ? Unless(name, ChangeVerb.Settled, _talks.OpenedAt) : [],
        ];
    }

    /// <summary>Updates keep their order, or they would get each other's numbers; a dispute waits for the later of the two.</summary>
    private List<FiledChange> Updates()
    {
        var changes = new List<FiledChange>();
        var last = _talks.OpenedAt;
        var addedAt = new Dictionary<int, Instant>();
        foreach (var update in _talks.Updates)
        {
            var name = SubjectNumber.Update(update.Number);
            last = _kept[(name, ChangeVerb.Added)].FirstOrDefault()?.At ?? Instant.Max(last, update.Approval?.Until - Approval.Wait ?? update.HeardAt);
            addedAt.Add(update.Number, last);
            changes.AddRange(Unless(name, ChangeVerb.Added, last).Select(added => added with { By = update.Approval?.AskedBy ?? added.By }));
            changes.AddRange(Answered(update, name, last));
            changes.AddRange(Disputes(update, addedAt, other => other < update.Number));
        }

        return [.. changes, .. _talks.Updates.SelectMany(update => Disputes(update, addedAt, other => other > update.Number))];
    }

    /// <summary>A flash was approved the moment it was written, as far as the file tells; each correction says when it was made.</summary>
    private IEnumerable<FiledChange> Answered(FiledUpdate update, string name, Instant added) =>
    [
        .. update.Approval is { AnsweredBy: { Length: > 0 } editor } approval
            ? Unless(name, approval.State is ApprovalState.Rejected ? ChangeVerb.Rejected : ChangeVerb.Approved, added).Select(answered => answered with { By = editor })
            : [],
        .. update.Killing is { } killing ? Unless(name, ChangeVerb.Killed, killing.At, ChangeValue.Of(killing.Reason)).Select(killed => killed with { By = killing.By }) : [],
        .. _kept.Contains((name, ChangeVerb.Corrected))
            ? []
            : (update.Revisions ?? []).Select(revision => Made(name, ChangeVerb.Corrected, revision.CorrectedAt, ChangeValue.None) with { By = revision.CorrectedBy }),
    ];

    private IEnumerable<FiledChange> Disputes(FiledUpdate update, Dictionary<int, Instant> addedAt, Func<int, bool> wanted)
    {
        var name = SubjectNumber.Update(update.Number);
        return update.Disputes
            .Where(other => wanted(other) && !_kept[(name, ChangeVerb.Disputed)].Any(change => change.New is ChangeValue.Against against && against.Number == other))
            .Select(other => Made(name, ChangeVerb.Disputed, Instant.Max(addedAt[update.Number], addedAt[other]), new ChangeValue.Against(other)));
    }

    private IEnumerable<FiledChange> Session(FiledSession session, Instant end)
    {
        var name = SubjectNumber.Session(session.Number);
        return
        [
            .. session.State is SessionState.UnderWay or SessionState.Ended
                ? Unless(name, ChangeVerb.Started, session.StartsAt.ToInstant())
                : [],
            .. session.State is SessionState.Ended ? Unless(name, ChangeVerb.Ended, session.EndsAt?.ToInstant() ?? end) : [],
            .. session.State is SessionState.Cancelled ? Unless(name, ChangeVerb.Cancelled, _talks.OpenedAt) : [],
        ];
    }

    /// <summary>An agreement meets deadlines that it comes before by itself.</summary>
    private IEnumerable<FiledChange> Deadline(FiledDeadline deadline, Instant end) => deadline.State switch
    {
        DeadlineState.Met when _talks.Outcome is not { Kind: OutcomeKind.Agreed } outcome || deadline.At.ToInstant() <= outcome.At =>
            Unless(SubjectNumber.Deadline(deadline.Number), ChangeVerb.Met, end),
        DeadlineState.Lapsed when _talks.Outcome?.Kind is not OutcomeKind.Lapsed =>
            Unless(SubjectNumber.Deadline(deadline.Number), ChangeVerb.Lapsed, Instant.Max(end, deadline.At.ToInstant())),
        DeadlineState.Withdrawn => Unless(SubjectNumber.Deadline(deadline.Number), ChangeVerb.Withdrawn, end),
        _ => [],
    };

    private IEnumerable<FiledChange> Unless(string subject, ChangeVerb verb, Instant at, ChangeValue? after = null) =>
        _kept.Contains((subject, verb)) ? [] : [Made(subject, verb, at, after ?? ChangeValue.None)];

    private FiledChange Made(string subject, ChangeVerb verb, Instant at, ChangeValue after) =>
        new() { At = at, By = _by, Subject = subject, Verb = verb, After = FiledChange.InWords(after), Is = FiledValue.From(after) };
}
