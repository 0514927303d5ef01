using System.Diagnostics;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Archive;

/// <summary>What was heard in filed talks and set against each other, as commands.</summary>
internal sealed class UpdateSteps(FiledTalks talks, StoryChanges changes)
{
    /// <summary>The commands that made a change; none for a dispute that was given with the update itself.</summary>
    public IEnumerable<string> Lines(int index)
    {
        var change = changes[index];
        return change.Verb switch
        {
            ChangeVerb.Added => [Add(talks.Updates[StoryChanges.IndexOf(change)], index)],
            ChangeVerb.Disputed when !IsGivenAtOnce(index) =>
                [StoryLine.Write("update dispute", ("talks", talks.Slug), ("update", change.Subject), ("other", change.After))],
            _ => [],
        };
    }

    private string Add(FiledUpdate update, int index) => StoryLine.Write(
        "update add",
        ("talks", talks.Slug),
        ("text", update.Text),
        ("source", update.Attribution),
        ("side", update.Side),
        ("tier", Tier(update.Sourcing)),
        ("priority", Priority(update.Priority)),
        ("heard", TimeWording.Iso(update.HeardAt)),
        ("disputes", index + 1 < changes.Count && IsGivenAtOnce(index + 1) ? changes[index + 1].After : null));

    private bool IsGivenAtOnce(int index)
    {
        var (before, change) = (changes[Math.Max(0, index - 1)], changes[index]);
        return change.Verb is ChangeVerb.Disputed && before.Verb is ChangeVerb.Added
            && before.Subject == change.Subject && before.At == change.At && before.By == change.By;
    }

    private static string Tier(Sourcing sourcing) => sourcing switch
    {
        Sourcing.OnRecord => "on-record",
        Sourcing.Official => "official",
        Sourcing.Unnamed => "unnamed",
        _ => throw new UnreachableException(),
    };

    /// <summary>A flash needs a second editor, so one person alone tells it as a bulletin.</summary>
    private static string Priority(WirePriority priority) => priority switch
    {
        WirePriority.Flash or WirePriority.Bulletin => "bulletin",
        WirePriority.Urgent => "urgent",
        WirePriority.Regular => "regular",
        WirePriority.Deferred => "deferred",
        _ => throw new UnreachableException(),
    };
}
