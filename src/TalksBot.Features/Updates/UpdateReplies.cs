using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>What channels are told of an update, and what the desk answers to whoever recorded it.</summary>
internal static class UpdateReplies
{
    /// <summary>What the rule of the second editor rests on.</summary>
    private const string Unknowable = "Editors are told apart by account alone.";

    /// <summary>So much of a text is enough to know it by.</summary>
    public const int Echoed = 44;

    private static readonly Duration Fresh = Duration.FromMinutes(1);

    /// <summary>The update as news: it is due when it is recorded, however long ago it was heard.</summary>
    /// <exception cref="InvalidOperationException">Nobody may see the update.</exception>
    public static News News(Negotiation talks, Update update, Instant now)
    {
        if (!update.IsPublic)
        {
            throw new InvalidOperationException($"{talks.Slug} {update.Name} may not be told to anybody.");
        }

        return new News(DeliveryKind.Update, update.Name, update.Priority, now, Write(talks.ClocksFrom(talks.Zone)[0])) { OnClock = Write };

        Post Write(WallClock clock) => UpdateWording.Write(talks, update, clock, now);
    }

    /// <summary>The beginning of the update as it was understood, the accounts it stands beside, and who hears of it.</summary>
    public static Reply Said(string heading, Negotiation talks, Update update, string? note, Instant now)
    {
        var quote = UpdateWording.Quote(update);
        var others = UpdateWording.AccountsBeside(talks, update).Select(other => other.Name).ToList();
        return Reply.Answer(new Post(
            heading,
            Severity.Calm,
            [
                quote with { Text = Typography.Shorten(update.OneLine, Echoed) },
                .. note is null ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
                .. now - update.HeardAt < Fresh ? [] : new[] { new PostPiece.Line($"Heard {TimeWording.ClockTime(TimeWording.Minute(update.HeardAt), talks.ClocksFrom(talks.Zone)[0], firstDate: null, now)}") },
                new PostPiece.Line($"{(others.Count == 0 ? "" : $"Differs from {Typography.And(others)} · ")}{Reach(talks, update.Priority, now)}"),
                .. Twins(talks, update, now),
            ])
        {
            Buttons = [new PostButton("Edit", CommandCall.Written("update correct", ("talks", talks.Slug), ("update", update.Name), ("text", update.Text), ("source", update.Attribution), ("link", EditReplies.OrNothing(update.Link?.AbsoluteUri ?? "")))) { OpensForm = true }],
        });
    }

    /// <summary>That the same words stand already, or wait for a second editor; what is under embargo is not spoken of.</summary>
    private static IEnumerable<PostPiece> Twins(Negotiation talks, Update update, Instant now) => talks.Updates
        .Where(other => other.Number < update.Number && (other.IsPublic || other.AwaitsApproval) && UserText.SameWords(other.Text, update.Text))
        .TakeLast(1)
        .Select(other => new PostPiece.Line(other.IsPublic
            ? $"{other.Name} says the same, heard {TimeWording.OnOwnClock(other.HeardAt, talks.ClocksFrom(talks.Zone)[0], now)}"
            : $"{other.Name} says the same and waits for a second editor already."));

    /// <summary>What was understood of an update that nobody may see yet, and what it waits for.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The update.</param>
    /// <param name="note">How its time was understood, where that needs a word.</param>
    /// <param name="isAuthor">True for whoever wrote it just now: nobody else is shown its words.</param>
    /// <param name="now">The moment of writing.</param>
    public static Reply Waits(Negotiation talks, Update update, string? note, bool isAuthor, Instant now)
    {
        var wait = update.Embargo?.ToInstant() ?? update.Approval!.Until;
        var clocks = TimeWording.ClockLine(wait, talks.ClocksFrom(update.Embargo?.Zone ?? talks.Zone), now);
        return Reply.Answer(
            update.Embargo is null ? $"{update.Name} waits for a second editor" : $"{update.Name} is under embargo: nobody sees it before it lifts",
            [
                .. isAuthor ? [new PostPiece.Line($"“{Typography.Shorten(update.OneLine, Echoed)}”") { Account = update.Name }, .. Twins(talks, update, now)] : Array.Empty<PostPiece>(),
                .. note is null ? [] : new[] { new PostPiece.Line(note) },
                new PostPiece.Moment(wait, $"{(update.Embargo is null ? "Expires" : "Lifts")} {clocks} – {TimeWording.Relative(wait, now)}"),
                .. update.AwaitsApproval ? [new PostPiece.Line($"A second editor gives: /talks update approve {talks.Slug} {update.Name}"), new PostPiece.Line(Unknowable)] : Array.Empty<PostPiece>(),
            ]);
    }

    /// <summary>What an update under embargo says from now on, to whoever said so: of its words only those that they typed.</summary>
    public static Reply Reworded(Negotiation talks, Update update, Instant now)
    {
        var lift = update.Embargo!.ToInstant();
        return Reply.Answer(
            $"{update.Name} corrected under embargo · {talks.Title}; nobody had seen it, so nobody is told",
            new PostPiece.Line($"“{Typography.Shorten(update.OneLine, Echoed)}”") { Account = update.Name },
            new PostPiece.Moment(lift, $"Lifts {TimeWording.ClockLine(lift, talks.ClocksFrom(update.Embargo.Zone), now)} – {TimeWording.Relative(lift, now)}"));
    }

    private static string Reach(Negotiation talks, WirePriority priority, Instant now)
    {
        var follows = talks.Listening.ToList();
        if (follows.Count == 0)
        {
            return $"No channel follows these talks yet: /talks follow add {talks.Slug}";
        }

        var wanting = follows.Where(follow => follow.Wants(priority)).ToList();
        var asleep = wanting.Count(follow => QuietRule.HeldUntil(follow.Settings, DeliveryKind.Update, priority, now) is not null);
        var awake = wanting.Count - asleep;
        var later = follows.Count(follow => !follow.Wants(priority) && follow.Settings.DigestAt is not null);
        var never = follows.Count - wanting.Count - later;
        var sentence = Typography.Capital($"{Typography.Count(awake, "channel")} {(awake == 1 ? "gets" : "get")} it now");
        sentence += asleep == 0 ? "" : $"; {Typography.Count(asleep, "channel")} {(asleep == 1 ? "gets" : "get")} it when quiet hours end";
        sentence += later == 0 ? "" : $"; {Typography.Count(later, "channel")} {(later == 1 ? "sees" : "see")} it in the digest";
        return never == 0 ? sentence : $"{sentence}; {Typography.Count(never, "channel")} without a digest will not see it";
    }
}
