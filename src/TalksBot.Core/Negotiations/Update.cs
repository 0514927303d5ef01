using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>Something somebody said about the talks, with its sourcing. There is no field for a source's real name.</summary>
public sealed class Update
{
    private Update()
    {
    }

    internal Update(int number, UpdateTerms terms)
    {
        Number = number;
        Text = terms.Text;
        Attribution = terms.Attribution;
        Sourcing = terms.Sourcing;
        Side = terms.Side;
        Priority = terms.Priority;
        HeardAt = terms.HeardAt;
        Embargo = terms.Embargo;
        Link = terms.Link;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>Its number within the talks, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its number as people write it, such as <c>#3</c>.</summary>
    public string Name => SubjectNumber.Update(Number);

    /// <summary>What was heard.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who said it, as it may be printed.</summary>
    public string Attribution { get; private set; } = "";

    /// <summary>Where it was said, on the web; null where no address is known.</summary>
    public Uri? Link { get; private set; }

    /// <summary>How well it is sourced.</summary>
    public Sourcing Sourcing { get; private set; }

    /// <summary>The code of the party it speaks for; empty for none.</summary>
    public string Side { get; private set; } = "";

    /// <summary>Its wire priority.</summary>
    public WirePriority Priority { get; private set; }

    /// <summary>When the desk heard it.</summary>
    public Instant HeardAt { get; private set; }

    /// <summary>The numbers of the updates it differs from, rising.</summary>
    public IReadOnlyList<int> Disputes { get; private set; } = [];

    /// <summary>Until when nobody may see it; null when it may be shown.</summary>
    public CivilTime? Embargo { get; private set; }

    /// <summary>The second editor's word; null for anything but a flash.</summary>
    public Approval? Approval { get; private set; }

    /// <summary>How it read before each correction, oldest first.</summary>
    public IReadOnlyList<Revision> Revisions { get; private set; } = [];

    /// <summary>That the desk withdrew it; null while it stands.</summary>
    public Killing? Killing { get; private set; }

    /// <summary>The lowest number among the accounts of the same matter; null while it is set against none. A change taken back leaves them together.</summary>
    public int? Group { get; internal set; }

    /// <summary>When it could first be seen by everybody; null until then.</summary>
    public Instant? CameOutAt { get; private set; }

    /// <summary>Who may see it now, derived from the rest and kept beside it so that the database can choose by it.</summary>
    public UpdateStanding Standing
    {
        get => this switch
        {
            { Killing: not null } => UpdateStanding.Killed,
            { CameOut: true } => UpdateStanding.Public,
            { Embargo: not null } or { Approval.State: ApprovalState.Waiting } => UpdateStanding.Waiting,
            _ => UpdateStanding.Dropped,
        };
        private set => _ = value;
    }

    /// <summary>Its words on one line, for lists, tables and sentences.</summary>
    public string OneLine => UserText.OneLine(Text);

    /// <summary>True when it may be shown: not killed, not under embargo, and approved where that is needed.</summary>
    public bool IsPublic => Killing is null && CameOut;

    /// <summary>True once it could be seen: not under embargo, and approved where that is needed. It may have been killed since.</summary>
    public bool CameOut => Embargo is null && (Approval is null || Approval.State is ApprovalState.Approved);

    /// <summary>True while a second editor must look at it.</summary>
    public bool AwaitsApproval => Killing is null && Approval is { State: ApprovalState.Waiting };

    /// <summary>True when its last correction changed only where it was said: its words and its attribution were right.</summary>
    public bool IsRelinked => Revisions is [.., var before] && before.Text == Text && before.Attribution == Attribution && before.Link != Link;

    internal void Dispute(int other) => Disputes = [.. Disputes.Append(other).Distinct().Order()];

    internal void Correct(ChangeValue.Account account, Stamp stamp)
    {
        Revisions = [.. Revisions, new Revision(Text, Attribution, stamp.At, stamp.By) { Link = Link }];
        Reword(account);
    }

    /// <summary>Reads otherwise before anybody has seen it: nothing was wrong anywhere.</summary>
    internal void Reword(ChangeValue.Account account) => (Text, Attribution, Link) = (account.Text, account.Attribution, account.Link);

    internal void Kill(Killing killing) => Killing = killing;

    internal void EmbargoUntil(CivilTime? lift) => Embargo = lift;

    internal void Ask(Approval approval) => Approval = approval;

    /// <summary>Remembers when it came out, if it has.</summary>
    internal void ComesOut(Instant at) => CameOutAt = CameOut ? at : null;

    internal void Restore(IReadOnlyList<int> disputes, IReadOnlyList<Revision> revisions, Approval? approval, Killing? killing) =>
        (Disputes, Revisions, Approval, Killing) = (disputes, revisions, approval, killing);

    /// <summary>Reads as that copy of it does.</summary>
    internal void ReturnTo(Update copy)
    {
        (Text, Attribution, Link, Embargo) = (copy.Text, copy.Attribution, copy.Link, copy.Embargo);
        Restore(copy.Disputes, copy.Revisions, copy.Approval, copy.Killing);
    }
}

/// <summary>Who may see an update. Numbers are stored: never renumber.</summary>
public enum UpdateStanding
{
    /// <summary>Everybody.</summary>
    Public = 1,

    /// <summary>Nobody yet: it is under embargo, or a second editor must look at it.</summary>
    Waiting = 2,

    /// <summary>Nobody any more: the desk withdrew it.</summary>
    Killed = 3,

    /// <summary>Nobody: it was never approved.</summary>
    Dropped = 4,
}

/// <summary>What is known of an update when it is added.</summary>
/// <param name="Text">What was heard.</param>
/// <param name="Attribution">Who said it, as it may be printed.</param>
/// <param name="Sourcing">How well it is sourced.</param>
/// <param name="Side">The code of the party it speaks for; empty for none.</param>
/// <param name="Priority">Its wire priority.</param>
/// <param name="HeardAt">When the desk heard it.</param>
public sealed record UpdateTerms(
    string Text, string Attribution, Sourcing Sourcing, string Side, WirePriority Priority, Instant HeardAt)
{
    /// <summary>Until when nobody may see it; null when it may be shown at once.</summary>
    public CivilTime? Embargo { get; init; }

    /// <summary>Where it was said, on the web; null where no address is known.</summary>
    public Uri? Link { get; init; }
}

/// <summary>How an update read before a correction.</summary>
/// <param name="Text">The words that were wrong.</param>
/// <param name="Attribution">Whom they were attributed to.</param>
/// <param name="CorrectedAt">When they were corrected.</param>
/// <param name="CorrectedBy">Who corrected them.</param>
public sealed record Revision(string Text, string Attribution, Instant CorrectedAt, string CorrectedBy)
{
    /// <summary>Where they were said, on the web; null where no address was known.</summary>
    public Uri? Link { get; init; }
}

/// <summary>That the desk withdrew an update.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who did.</param>
/// <param name="Reason">Why, as it is told.</param>
public sealed record Killing(Instant At, string By, string Reason);
