using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What channels are told when an update was wrong, was withdrawn, or was taken back. Pure.</summary>
public static class CorrectionWording
{
    /// <summary>The correction: what was wrong, what is right, and the accounts it stands beside.</summary>
    public static Post Correction(Negotiation talks, Update update, Instant now)
    {
        var wrong = update.Revisions[^1];
        return new Post(
            $"CORRECTION · Update {update.Name}{Typography.Dash(talks.Title)}",
            Severity.Notable,
            [
                new PostPiece.Section("Wrong was"),
                new PostPiece.Struck($"“{wrong.Text}” – {wrong.Attribution}") { Account = update.Name },
                new PostPiece.Section("Right is"),
                UpdateWording.Quote(update),
                .. UpdateWording.AccountsBeside(talks, update).Select(UpdateWording.Quote),
                UpdateWording.Heard(talks, update),
                .. Chain(update),
            ])
        {
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
            Buttons = [AcknowledgeWording.Button(talks, update.Name)],
        };
    }

    /// <summary>The kill: which update must not be used any more, and why; never its words.</summary>
    public static Post Kill(Negotiation talks, Update update, Instant now) => new(
        $"KILL · Update {update.Name} is withdrawn: do not use it{Typography.Dash(talks.Title)}",
        Severity.Pressing,
        [
            new PostPiece.Line($"Why: {update.Killing!.Reason}"),
            new PostPiece.Moment(update.Killing.At, $"Withdrawn {TimeWording.ClockLine(update.Killing.At, talks.ClocksFrom(talks.Zone), now)}"),
        ])
    {
        DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        Buttons = [AcknowledgeWording.Button(talks, update.Name)],
    };

    /// <summary>What stands in the place of a killed update's words.</summary>
    public static string KilledNotice(Negotiation talks, Update update) =>
        $"{update.Name} was withdrawn by the desk {TimeWording.ClockTimeShort(update.Killing!.At, talks.ClocksFrom(talks.Zone)[0])}: do not use it.";

    /// <summary>Where the right words are.</summary>
    /// <param name="update">The update.</param>
    /// <param name="correction">The delivery that corrects it in the same channel.</param>
    public static PostPiece.Link See(Update update, Deliveries.Delivery correction) =>
        new($"{update.Name} is corrected: see {correction.Key.ShortReference} below", correction.Key.Value);

    /// <summary>A post without the words that nobody may see as the record stands; a sentence stands in place of killed ones.</summary>
    public static Post WithoutHidden(Post post, Negotiation talks)
    {
        var waiting = talks.Updates.Where(update => update is { IsPublic: false, Killing: null } && !ApprovalWording.Asks(post, talks, update)).Select(update => update.Name).ToHashSet();
        return talks.Updates
            .Where(update => update.Killing is not null)
            .Aggregate(
                post with { Pieces = [.. post.Pieces.Where(piece => piece.Account is not { } account || !waiting.Contains(account))] },
                (left, update) => PostMarks.Killed(left, update.Name, KilledNotice(talks, update)));
    }

    /// <summary>A post without one of the changes made to it, as the record stands; what later changes made of it stays.</summary>
    /// <param name="shown">The post as it reads now.</param>
    /// <param name="before">How it read before the change.</param>
    /// <param name="after">How it read after the change.</param>
    /// <param name="talks">The talks, with the change already taken back.</param>
    public static Post WithoutChange(Post shown, Post before, Post after, Negotiation talks)
    {
        if (PostMarks.IsUndone(shown))
        {
            return shown;
        }

        var returned = WithoutHidden(PostReversal.Without(shown, before, after), talks);
        var notices = talks.Updates.Where(update => update.Killing is not null).Select(update => KilledNotice(talks, update)).ToHashSet();
        return PostMarks.Relabelled(returned, isKilled: returned.Pieces.Any(piece => piece is PostPiece.Line line && notices.Contains(line.Text)));
    }

    /// <summary>A post that nobody has seen yet, saying of an update what the record says now, or nothing where that may not be shown.</summary>
    public static Post AsItStands(Post post, string account, Negotiation talks) =>
        talks.Published.FirstOrDefault(update => update.Name == account) is { } update
            ? PostMarks.Reworded(post, account, UpdateWording.Quote(update), UpdateListWording.Line(talks, update))
            : post with { Pieces = [.. post.Pieces.Where(piece => piece.Account != account)] };

    private static IEnumerable<PostPiece> Chain(Update update) => update.Revisions.Count < 2
        ? []
        : [new PostPiece.Line($"This is correction {update.Revisions.Count} of {update.Name}; before that it read {Typography.And([.. update.Revisions.SkipLast(1).Select(before => $"“{before.Text}”")])}.") { Account = update.Name }];
}
