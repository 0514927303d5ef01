using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>An update as filed.</summary>
public sealed record FiledUpdate
{
    /// <summary>Its number within the talks, rising from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was heard.</summary>
    [Words(UserText.ParagraphLimit, HasLines = true)]
    public required string Text { get; init; }

    /// <summary>Who said it, as it may be printed.</summary>
    public required string Attribution { get; init; }

    /// <summary>Where it was said, on the web; null where no address is known.</summary>
    public Uri? Link { get; init; }

    /// <summary>How well it is sourced.</summary>
    public required Sourcing Sourcing { get; init; }

    /// <summary>The code of the party it speaks for; empty for none.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Side { get; init; } = "";

    /// <summary>Its wire priority.</summary>
    public WirePriority Priority { get; init; } = WirePriority.Regular;

    /// <summary>When the desk heard it.</summary>
    public required Instant HeardAt { get; init; }

    /// <summary>The numbers of the updates it differs from.</summary>
    public IReadOnlyList<int> Disputes { get; init; } = [];

    /// <summary>Until when nobody may see it; null when it may be shown. Files that people are handed hold no such update.</summary>
    public CivilTime? Embargo { get; init; }

    /// <summary>The second editor's word; null for anything but a flash.</summary>
    public FiledApproval? Approval { get; init; }

    /// <summary>How it read before each correction, oldest first; null when it was never corrected.</summary>
    public IReadOnlyList<FiledRevision>? Revisions { get; init; }

    /// <summary>That the desk withdrew it; null while it stands. Files that people are handed hold no such update.</summary>
    public FiledKilling? Killing { get; init; }

    internal static FiledUpdate From(Update update) => new()
    {
        Number = update.Number,
        Text = update.Text,
        Attribution = update.Attribution,
        Link = update.Link,
        Sourcing = update.Sourcing,
        Side = update.Side,
        Priority = update.Priority,
        HeardAt = update.HeardAt,
        Disputes = update.Disputes,
        Embargo = update.Embargo,
        Approval = update.Approval is { } approval ? FiledApproval.From(approval) : null,
        Revisions = update.Revisions.Count == 0 ? null : [.. update.Revisions.Select(FiledRevision.From)],
        Killing = update.Killing is { } killing ? FiledKilling.From(killing) : null,
    };

    internal Update Restore()
    {
        var update = new Update(Number, new UpdateTerms(Text, Attribution, Sourcing, Side, Priority, HeardAt) { Embargo = Embargo, Link = Link });
        update.Restore(Disputes, [.. (Revisions ?? []).Select(revision => revision.Restore())], Approval?.Restore(), Killing?.Restore());
        return update;
    }
}

/// <summary>The second editor's word on a flash, as filed.</summary>
public sealed record FiledApproval
{
    /// <summary>Where it stands.</summary>
    public required ApprovalState State { get; init; }

    /// <summary>Who wrote the flash.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Until when it waited.</summary>
    public required Instant Until { get; init; }

    /// <summary>Who answered; empty while nobody has.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string AnsweredBy { get; init; } = "";

    internal static FiledApproval From(Approval approval) =>
        new() { State = approval.State, AskedBy = approval.AskedBy, Until = approval.Until, AnsweredBy = approval.AnsweredBy };

    internal Approval Restore() => new(State, AskedBy, Until, AnsweredBy);
}

/// <summary>That the desk withdrew an update, as filed.</summary>
public sealed record FiledKilling
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who did.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Reason { get; init; }

    internal static FiledKilling From(Killing killing) => new() { At = killing.At, By = killing.By, Reason = killing.Reason };

    internal Killing Restore() => new(At, By, Reason);
}

/// <summary>How an update read before a correction, as filed.</summary>
public sealed record FiledRevision
{
    /// <summary>The words that were wrong.</summary>
    [Words(UserText.ParagraphLimit, HasLines = true)]
    public required string Text { get; init; }

    /// <summary>Whom they were attributed to.</summary>
    public required string Attribution { get; init; }

    /// <summary>Where they were said, on the web; null where no address was known.</summary>
    public Uri? Link { get; init; }

    /// <summary>When they were corrected.</summary>
    public required Instant CorrectedAt { get; init; }

    /// <summary>Who corrected them.</summary>
    public required string CorrectedBy { get; init; }

    internal static FiledRevision From(Revision revision) => new()
    {
        Text = revision.Text,
        Attribution = revision.Attribution,
        Link = revision.Link,
        CorrectedAt = revision.CorrectedAt,
        CorrectedBy = revision.CorrectedBy,
    };

    internal Revision Restore() => new(Text, Attribution, CorrectedAt, CorrectedBy) { Link = Link };
}
