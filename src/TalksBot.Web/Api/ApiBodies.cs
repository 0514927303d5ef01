using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Views;

namespace TalksBot.Web.Api;

/// <summary>An update to be added, in the words of <c>/talks update add</c>.</summary>
/// <param name="Text">What was heard; it keeps its paragraphs.</param>
/// <param name="Source">Who said it, as it may be printed: <c>a senior US official</c>.</param>
/// <param name="Tier">How well it is sourced.</param>
/// <param name="Priority">How urgent it is; regular when left out.</param>
/// <param name="Side">The code of the side it speaks for.</param>
/// <param name="Link">Where it was said: a web address.</param>
/// <param name="HeardAt">When the desk heard it; now when left out.</param>
/// <param name="Embargo">Until when nobody may see it.</param>
/// <param name="Disputes">The numbers of the updates it differs from, such as <c>#1</c>.</param>
/// <param name="Confirm"><c>yes</c> where whoever sends it has agreed to what it posts, so that nothing is previewed; <c>which</c> for a preview that names every channel.</param>
internal sealed record AddUpdateBody(
    string Text, string Source, Sourcing Tier, WirePriority? Priority = null, string? Side = null, string? Link = null, OffsetDateTime? HeardAt = null,
    OffsetDateTime? Embargo = null, IReadOnlyList<string>? Disputes = null, string? Confirm = null);

/// <summary>What is right about an update, in the words of <c>/talks update correct</c>.</summary>
/// <param name="Text">What is right, in full.</param>
/// <param name="Source">Who said it, where that was wrong too.</param>
/// <param name="Link">Where it was said, if that was wrong too: a web address, or <c>none</c>.</param>
/// <param name="Confirm"><c>yes</c> where whoever sends it has agreed to what it posts, so that nothing is previewed; <c>which</c> for a preview that names every channel.</param>
internal sealed record CorrectUpdateBody(string Text, string? Source = null, string? Link = null, string? Confirm = null);

/// <summary>Why an update is withdrawn, in the words of <c>/talks update kill</c>.</summary>
/// <param name="Reason">Why, as everybody is told.</param>
/// <param name="Confirm"><c>yes</c> where whoever sends it has agreed to what it posts, so that nothing is previewed; <c>which</c> for a preview that names every channel.</param>
internal sealed record KillUpdateBody(string Reason, string? Confirm = null);

/// <summary>Does what a preview has shown; nothing else stands beside it.</summary>
/// <param name="Confirm">What the preview gave.</param>
internal sealed record ConfirmBody(string Confirm);

/// <summary>What a change came to.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Talks">The slug of the talks.</param>
/// <param name="Update">The number of the update, such as <c>#3</c>; left out of the preview of a new one.</param>
/// <param name="State">Whether the update stood once it was done; left out of a preview.</param>
/// <param name="Until">The end of its embargo, or of the wait for a second editor; left out where it waits for nothing.</param>
/// <param name="Self">Where the update is read, once everybody may see it; left out of the preview of a new one.</param>
/// <param name="Undo">What takes it back in chat; left out of a preview.</param>
/// <param name="Preview">What would be posted, and to whom; left out where it was done.</param>
internal sealed record ChangedView(
    ChangeOutcome Outcome, string Talks, string? Update = null, UpdateState? State = null, Instant? Until = null, string? Self = null, string? Undo = null, PreviewView? Preview = null);

/// <summary>Whether a change was done.</summary>
internal enum ChangeOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Nothing is done yet: it would be posted to channels, and waits to be confirmed.</summary>
    Preview,
}

/// <summary>What a change would post, as chat shows it before it does.</summary>
/// <param name="Title">Who would be told.</param>
/// <param name="Text">What would be posted, and how the record would read.</param>
/// <param name="Confirm">What does it, sent to the same address within the hour.</param>
internal sealed record PreviewView(string Title, string Text, string Confirm);
