using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What channels are told when an update was wrong, was withdrawn, or was taken back. Pure.</summary>
public static class CorrectionWording
{
    /// <summary>The correction: what is right, what stood in this channel, and the accounts it stands beside, all of them labelled.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The update, as corrected.</param>
    /// <param name="seen">What stood in the channel that is told.</param>
    /// <param name="clock">The clock of that channel.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Correction(Negotiation talks, Update update, SeenWords seen, WallClock clock, Instant now)
    {
        var others = UpdateWording.AccountsBeside(talks, update);
        return new Post(
            TalksHeading.OfSide(talks, update.Side),
            Severity.Notable,
            [
                .. others.Count == 0
                    ? new[] { UpdateWording.News(update, clock, now) }
                    : [UpdateWording.Account(update), .. others.Select(UpdateWording.Account)],
                .. Wrong(update, seen, TimeWording.OnOwnClock(seen.At, clock, now)),
            ])
        {
            Label = $"CORRECTION to {update.Name}",
            DiffersFrom = [.. others.Select(other => other.Name)],
            Own = update.Name,
            LeadsWithWords = true,
            InReplyTo = seen.Post,
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
            Buttons = [AcknowledgeWording.Button(talks, update.Name)],
        };
    }

    /// <summary>What was wrong, crossed out: the words as they stood in the channel, or nothing but where they were said.</summary>
    private static PostPiece[] Wrong(Update update, SeenWords seen, string at)
    {
        var (what, wrong) = update.IsRelinked ? ("The words stand; their link was wrong", WrongLink(update)) : ("Wrong", seen.Words);
        return [new PostPiece.Section($"{what}, as you saw it at {at}") { Account = update.Name }, new PostPiece.Struck(wrong) { Account = update.Name }];
    }

    /// <summary>Where an update was said before it was corrected, in words.</summary>
    public static string WrongLink(Update update) => update.Revisions[^1].Link?.AbsoluteUri ?? "no link";

    /// <summary>The kill: which update must not be used any more, and why; never its words.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The update, as killed.</param>
    /// <param name="seen">The post in the channel that is told.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Kill(Negotiation talks, Update update, PostReply seen, Instant now) => new(
        TalksHeading.Of(talks, "do not use"),
        Severity.Withdrawn,
        [new PostPiece.Line(update.Killing!.Reason)])
    {
        Label = $"KILLED {update.Name}",
        InReplyTo = seen,
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
        new($"{update.Name}{(update.IsRelinked ? ": its link is corrected" : " is corrected")}: see {correction.Key.ShortReference} below", correction.Key.Value);

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

        return PostMarks.Relabelled(WithoutHidden(PostReversal.Without(shown, before, after), talks));
    }

    /// <summary>A post that nobody has seen yet, saying of an update what the record says now, or nothing where that may not be shown.</summary>
    public static Post AsItStands(Post post, string account, Negotiation talks) =>
        talks.Published.FirstOrDefault(update => update.Name == account) is { } update
            ? PostMarks.Reworded(post, account, UpdateWording.Quote(update), UpdateListWording.Line(talks, update))
            : post with { Pieces = [.. post.Pieces.Where(piece => piece.Account != account)] };
}
