using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;

namespace TalksBot.Core.Audits;

/// <summary>
/// What even the audit does not show yet: the words of updates that are under embargo or wait for a second editor. It shows
/// killed words, and those that were never approved, once there is nothing to wait for.
/// </summary>
public static class Concealment
{
    /// <summary>Why the changes of this update are not shown, as in "under embargo until …"; null when they may be.</summary>
    public static string? Of(Update update, Instant now) => update switch
    {
        { Embargo: { } lift } when update.Killing is null || lift.ToInstant() > now => UnderEmbargo(lift),
        { AwaitsApproval: true } => Waiting,
        _ => null,
    };

    /// <summary>The same for a change of an update that was taken back, judged by how it read before and after the command.</summary>
    /// <param name="change">The change.</param>
    /// <param name="act">The command that made it; null when none is known.</param>
    /// <param name="now">The moment of reading.</param>
    public static string? OfTakenBack(Change change, Act? act, Instant now)
    {
        var part = act?.Parts.FirstOrDefault(known => known.Name == change.Subject);
        var images = new[] { part?.Before, part?.After }.OfType<string>().Select(TalksParts.Read<FiledUpdate>).ToList();
        return images.Count == 0 && change.Verb is ChangeVerb.Added or ChangeVerb.Corrected or ChangeVerb.Set or ChangeVerb.Killed
            ? "not shown: it was taken back, and how it stood is not known"
            : images.Select(image => OfImage(image, now)).FirstOrDefault(why => why is not null);
    }

    private const string Waiting = "waiting for a second editor";

    private static string? OfImage(FiledUpdate image, Instant now) => image switch
    {
        { Embargo: { } lift } when lift.ToInstant() > now => UnderEmbargo(lift),
        { Approval: { State: ApprovalState.Waiting } approval } when approval.Until > now => Waiting,
        _ => null,
    };

    private static string UnderEmbargo(CivilTime lift) => $"under embargo until {TimeWording.Full(lift)}";
}
