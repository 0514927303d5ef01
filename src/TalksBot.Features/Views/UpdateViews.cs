using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Views;

/// <summary>Something that was said, as programs read it. Of one that was withdrawn there are no words, and what was corrected reads as is right.</summary>
/// <param name="Talks">The slug of its talks.</param>
/// <param name="Update">Its number, such as <c>#3</c>.</param>
/// <param name="State">Whether it stands.</param>
/// <param name="Priority">Its wire priority.</param>
/// <param name="Text">What was heard; left out of one that was killed.</param>
/// <param name="Source">Who said it, as it may be printed; left out of one that was killed.</param>
/// <param name="Tier">How well it is sourced.</param>
/// <param name="Side">The code of the party it speaks for; empty for none.</param>
/// <param name="Link">Where it was said, on the web; left out where no address is known.</param>
/// <param name="HeardAt">When the desk heard it.</param>
/// <param name="CameOutAt">When it could first be seen by everybody.</param>
/// <param name="Corrections">How often it was put right.</param>
/// <param name="CorrectedAt">When it was last put right; left out where it never was.</param>
/// <param name="Killed">That it was withdrawn; left out while it stands.</param>
/// <param name="Differs">The numbers of the accounts that it differs from; nobody says who is right.</param>
/// <param name="Self">Where it is read.</param>
public sealed record UpdateView(
    string Talks, string Update, UpdateState State, WirePriority Priority, string? Text, string? Source, Sourcing Tier, string Side, string? Link,
    Instant HeardAt, Instant? CameOutAt, int Corrections, Instant? CorrectedAt, KilledView? Killed, IReadOnlyList<string> Differs, string Self)
{
    /// <summary>An update that everybody may see, or could see until it was killed.</summary>
    internal static UpdateView Of(Negotiation talks, Update update)
    {
        var stands = update.Killing is null;
        return new UpdateView(
            talks.Slug,
            update.Name,
            stands ? UpdateState.Public : UpdateState.Killed,
            update.Priority,
            stands ? update.Text : null,
            stands ? update.Attribution : null,
            update.Sourcing,
            update.Side,
            stands ? update.Link?.AbsoluteUri : null,
            update.HeardAt,
            update.CameOutAt,
            update.Revisions.Count,
            update.Revisions is [.., var last] ? last.CorrectedAt : null,
            update.Killing is { } killing ? new KilledView(killing.At, killing.Reason) : null,
            stands ? [.. talks.AccountsAgainst(update).Select(other => other.Name)] : [],
            ViewPaths.Of(talks.Slug, update.Name));
    }
}

/// <summary>Whether an update stands.</summary>
public enum UpdateState
{
    /// <summary>Everybody may see it.</summary>
    Public,

    /// <summary>Nobody sees it yet: it is under embargo, or a second editor must approve it.</summary>
    Waiting,

    /// <summary>The desk withdrew it: its words are not to be shown any more.</summary>
    Killed,
}

/// <summary>That an update was withdrawn.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why, as everybody was told.</param>
public sealed record KilledView(Instant At, string Reason);
