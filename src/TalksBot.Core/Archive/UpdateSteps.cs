using System.Diagnostics;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Archive;

/// <summary>What was heard in filed talks and set against each other, as commands.</summary>
internal sealed class UpdateSteps(FiledTalks talks, StoryChanges changes, StoryNumbers numbers)
{
    private readonly Dictionary<int, FiledUpdate> _updates = talks.Updates.ToDictionary(update => update.Number);

    /// <summary>The commands that made a change; none for a dispute that was given with the update itself.</summary>
    public IEnumerable<string> Lines(int index)
    {
        var change = changes[index];
        return change.Verb switch
        {
            ChangeVerb.Added => [Add(Of(change), index)],
            ChangeVerb.Corrected => [Correct(Of(change), index)],
            ChangeVerb.Set when change.New is ChangeValue.Account account =>
                [Write("update correct", change, ("text", account.Text), ("source", account.Attribution), ("link", Address(account.Link) ?? CommandCall.Nothing))],
            ChangeVerb.Embargoed => [Write("update embargo", change, ("until", Until(change.New)))],
            ChangeVerb.Broken => [Write("update break", change, ("reason", ChangeWording.Of(change.New)))],
            ChangeVerb.Approved => [Write("update approve", change)],
            ChangeVerb.Rejected => [Write("update reject", change)],
            ChangeVerb.Killed => [Write("update kill", change, ("reason", ChangeWording.Of(change.New)))],
            ChangeVerb.Disputed when !IsGivenAtOnce(index) =>
                [Write("update dispute", change, ("other", numbers.Of(ChangeWording.Of(change.New))))],
            _ => [],
        };
    }

    private FiledUpdate Of(FiledChange change) => _updates[StoryChanges.NumberOf(change)];

    private string Write(string path, FiledChange change, params (string Name, string? Value)[] more) =>
        StoryLine.Write(path, [("talks", talks.Slug), ("update", numbers.Of(change.Subject)), .. more]);

    /// <summary>What a correction made of the update is how it read before the next one.</summary>
    private string Correct(FiledUpdate update, int index)
    {
        var later = changes.After(index, ChangeVerb.Corrected).Count();
        var revisions = update.Revisions!;
        var wrong = revisions[^(later + 1)];
        var (text, source, link) = later == 0 ? (update.Text, update.Attribution, update.Link) : (revisions[^later].Text, revisions[^later].Attribution, revisions[^later].Link);
        return Write(
            "update correct",
            changes[index],
            ("text", text),
            ("source", source == wrong.Attribution ? null : source),
            ("link", link == wrong.Link ? null : Address(link) ?? CommandCall.Nothing));
    }

    /// <summary>An embargo's first end is what the next change of it had before.</summary>
    private string? Embargo(int index) =>
        changes.After(index, ChangeVerb.Embargoed, ChangeVerb.Lifted, ChangeVerb.Broken).FirstOrDefault() is { } next ? Until(next.Old) : null;

    private static string Until(ChangeValue value) => value is ChangeValue.Moment moment ? TimeWording.Iso(moment.At) : ChangeWording.Of(value);

    private string Add(FiledUpdate update, int index) => StoryLine.Write(
        "update add",
        ("talks", talks.Slug),
        ("text", changes.At<ChangeValue.Account>(index)?.Text ?? update.Revisions?[0].Text ?? update.Text),
        ("source", changes.At<ChangeValue.Account>(index)?.Attribution ?? update.Revisions?[0].Attribution ?? update.Attribution),
        ("link", Address(changes.At<ChangeValue.Account>(index) is { } account ? account.Link : update.Revisions is [var first, ..] ? first.Link : update.Link)),
        ("side", update.Side),
        ("tier", Tier(update.Sourcing)),
        ("priority", Priority(update)),
        ("embargo", Embargo(index)),
        ("heard", TimeWording.Iso(update.HeardAt)),
        ("disputes", index + 1 < changes.Count && IsGivenAtOnce(index + 1) ? numbers.Of(ChangeWording.Of(changes[index + 1].New)) : null));

    private static string? Address(Uri? link) => link?.AbsoluteUri;

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

    /// <summary>A flash needs a second editor, so one that nobody was asked about is told as a bulletin.</summary>
    private static string Priority(FiledUpdate update) => update.Priority switch
    {
        WirePriority.Flash when update.Approval is not null => "flash",
        WirePriority.Flash or WirePriority.Bulletin => "bulletin",
        WirePriority.Urgent => "urgent",
        WirePriority.Regular => "regular",
        WirePriority.Deferred => "deferred",
        _ => throw new UnreachableException(),
    };
}
