using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Talks;

/// <summary>What the desk answers when talks as a whole turn: what follows from it.</summary>
internal static class TalksReplies
{
    /// <summary>So much of an outcome is enough to know it by.</summary>
    private const int Echoed = 76;

    /// <summary>So many deadlines are named; more are counted.</summary>
    private const int MostNamed = 2;

    /// <summary>Opens a form that shows what is said of the talks, to be changed; on a platform that shows fewer fields the clocks stay as they are.</summary>
    public static PostButton Edit(Negotiation talks) => new("Edit", CommandCall.Written(
        "set",
        ("talks", talks.Slug),
        ("title", talks.Title),
        ("parties", EditReplies.OrNothing(string.Join("; ", talks.Parties.Select(party => $"{party.Code}={party.Name}")))),
        ("principals", EditReplies.OrNothing(string.Join("; ", talks.Parties.SelectMany(party => party.Principals.Select(who => $"{party.Code}: {who}"))))),
        ("venue", EditReplies.OrNothing(talks.Venue)),
        ("zone", talks.Zone.Id),
        ("clocks", string.Join(", ", talks.Clocks))))
    { OpensForm = true };

    /// <summary>What the outcome settled, what it cancelled, and what it leaves standing.</summary>
    public static Reply Concluded(
        Negotiation talks, IReadOnlyList<Deadline> settled, IReadOnlyCollection<Duration> cancelled, Instant now) => Reply.Answer(
        $"Outcome recorded · {talks.Title}: {talks.Outcome!.Kind.Words()}",
        [
            new PostPiece.Line(Typography.Shorten(talks.Outcome.Line, Echoed)),
            .. settled.Select(deadline => new PostPiece.Field(deadline.Name, $"{deadline.State.Words()} – {deadline.Label}")),
            .. CountdownWording.Cancelled(cancelled),
            .. Left(talks, now),
        ]);

    /// <summary>The talks were suspended, resumed or closed.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="done">What then holds.</param>
    /// <param name="told">How many channels are told.</param>
    /// <param name="cancelled">The rungs that will not come any more.</param>
    /// <param name="now">When.</param>
    public static Reply Turned(Negotiation talks, string done, int told, IReadOnlyCollection<Duration> cancelled, Instant now) => Reply.Answer(
        $"{done} · {talks.Title}",
        [
            new PostPiece.Line(told == 0 ? "No channel follows them, so nobody is told." : $"{Typography.Count(told, "channel")} {(told == 1 ? "is" : "are")} told."),
            .. CountdownWording.Cancelled(cancelled),
            .. talks.Status is TalksStatus.Closed ? [] : Standing(talks, now, isLabelled: true),
        ]);

    /// <summary>Deadlines that the outcome did not settle, and how to end one that does not hold any more.</summary>
    private static IEnumerable<PostPiece> Left(Negotiation talks, Instant now) =>
        talks.Deadlines.FirstOrDefault(deadline => deadline.WantsOutcome) is not { } first
            ? []
            : Standing(talks, now, isLabelled: false).Append(new PostPiece.Line(first.At.ToInstant() > now
                ? $"Take it back: /talks deadline withdraw {talks.Slug} {first.Name}"
                : $"Say what came of it: /talks deadline met {talks.Slug} {first.Name}, or lapsed, or withdraw"));

    private static IEnumerable<PostPiece> Standing(Negotiation talks, Instant now, bool isLabelled)
    {
        var left = talks.Deadlines.Where(deadline => deadline.WantsOutcome).OrderBy(deadline => deadline.At.ToInstant()).ToList();
        foreach (var deadline in left.Take(MostNamed))
        {
            var (words, when) = deadline.At.ToInstant() > now
                ? ("goes on standing", DeadlineWording.Standing(deadline, now))
                : ("still wants an outcome", DeadlineWording.Passed(deadline, now));
            yield return new PostPiece.Line($"{deadline.Name} {words}{(isLabelled ? $": {deadline.Label} – {when}" : $", {when}")}");
        }

        if (left.Count > MostNamed)
        {
            yield return new PostPiece.Line($"{Typography.More(left.Count - MostNamed)}: /talks deadline list {talks.Slug}");
        }
    }
}
