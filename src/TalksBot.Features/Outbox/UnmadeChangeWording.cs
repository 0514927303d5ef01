using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Features.Outbox;

/// <summary>What the desk is told of messages that still stand as they were.</summary>
internal static class UnmadeChangeWording
{
    /// <summary>One alarm for changes of one kind.</summary>
    /// <param name="unmade">The changes: one cause, one act, all given up or all still tried.</param>
    /// <param name="mostNamed">How many messages are named; the rest are counted.</param>
    public static Post Of(IReadOnlyList<UnmadeChange> unmade, int mostNamed)
    {
        var isStrike = unmade[0].Change.ChangedFor?.IsStrike() == true;
        return new Post(
            $"{What(unmade[0])} in {(unmade.Count == 1 ? unmade[0].Address.Channel.ToString() : Typography.Count(unmade.Count, "message"))}",
            isStrike ? Severity.Pressing : Severity.Notable,
            [
                .. unmade.Take(mostNamed).Select(Named),
                .. unmade.Count > mostNamed ? [new PostPiece.Line($"And {Typography.Count(unmade.Count - mostNamed, "other message")}: /talks receipts lists them.")] : Array.Empty<PostPiece>(),
                new PostPiece.Line(Advice(unmade[0])),
            ]);
    }

    private static string What(UnmadeChange one) => (one.Change.ChangedFor, one.Change.Act) switch
    {
        (_, DeliveryAct.Pin) => "A message could not be pinned",
        (_, DeliveryAct.Thread) => "A thread could not be opened",
        (_, DeliveryAct.Unpin) => "A message could not be unpinned",
        (ChangeReason.Killed, _) => $"KILLED WORDS STILL STAND: {Accounts(one)}",
        (ChangeReason.Undone, _) => "What was taken back still stands unmarked",
        (ChangeReason.Corrected, _) => $"Wrong words still stand unmarked: {About(one)}",
        (_, DeliveryAct.Delete) => "An old status message could not be taken down",
        (ChangeReason.Status or ChangeReason.Ended, _) => "A status message is out of date",
        (ChangeReason.Picture, _) => "A post stands without its picture",
        _ => "A message could not be changed",
    };

    private static string Accounts(UnmadeChange one) => one.Accounts.Count == 0 ? About(one) : Typography.And(one.Accounts);

    private static string About(UnmadeChange one) => one.Message.Subject.Length == 0 ? one.Message.Post.Heading : one.Message.Subject;

    private static PostPiece Named(UnmadeChange one) => new PostPiece.Link(
        $"{one.Address.Channel}, {one.Message.Key.ShortReference}: {one.Change.LastOutcome ?? "it waits its turn."}", one.Message.Key.Value, MessageId: null)
    {
        Url = one.Link,
    };

    private static string Advice(UnmadeChange one) => (one.Change.Act, one.IsFinal, one.Change.ChangedFor) switch
    {
        (DeliveryAct.Pin, _, _) => "Pin it by hand, or unpin something there; it is shown unpinned.",
        (DeliveryAct.Thread, _, _) => "Posts come in the channel itself. Let the bot open threads there, then say it anew: /talks follow set thread:no, and thread:yes.",
        (DeliveryAct.Unpin, _, _) => "Unpin it by hand.",
        (DeliveryAct.Delete, _, _) => "Delete it by hand; the next change then begins a new one.",
        (_, true, ChangeReason.Picture) => "Nothing need be done: the words say the same, and /talks timeline shows the picture.",
        (_, true, _) => "It is tried no more: delete the message by hand, or post in its channel that it does not hold.",
        _ => "It is tried on. Where it matters now, delete the message by hand.",
    };
}
