using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Follows;

/// <summary>What is still worth telling of the posts that quiet hours kept back. Pure.</summary>
public static class BundlePlan
{
    /// <summary>Every update; of the alerts of a deadline that still lies ahead, the latest.</summary>
    /// <param name="talks">The talks, with deadlines and sessions.</param>
    /// <param name="held">What was kept back for one channel.</param>
    /// <param name="now">When it is told.</param>
    public static IReadOnlyList<Delivery> Told(Negotiation talks, IReadOnlyList<Delivery> held, Instant now) =>
    [
        .. held.Where(delivery => delivery.Kind is DeliveryKind.Update).OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id),
        .. held.Where(delivery => IsAhead(talks, delivery, now))
            .GroupBy(delivery => delivery.Subject)
            .Select(alerts => alerts.MaxBy(alert => alert.DueAt)!)
            .OrderBy(alert => alert.DueAt + alert.Rung!.Value),
    ];

    /// <summary>True for an alert of a deadline that stands where it stood then and is still to come.</summary>
    public static bool IsAhead(Negotiation talks, Delivery alert, Instant now) =>
        alert is { Kind: DeliveryKind.Countdown, Rung: { } rung } && alert.DueAt + rung > now && AgendaPlan.Stands(talks, alert);

    /// <summary>When the bundle was due: at the end of the quiet hours that held the first of the posts.</summary>
    /// <param name="settings">How the channel hears the news.</param>
    /// <param name="held">What was kept back.</param>
    /// <param name="now">The latest answer, and the one where nothing else can be said.</param>
    public static Instant DueAt(FollowSettings settings, IReadOnlyList<Delivery> held, Instant now) => held
        .Select(delivery => settings.Quiet?.EndOf(delivery.DueAt, settings.Clock.Zone) ?? now)
        .Append(now)
        .Min();
}

/// <summary>The one post after quiet hours, with all that they kept back. Pure.</summary>
public static class BundleWording
{
    /// <summary>What it begins with.</summary>
    public const string Label = "While this channel slept";

    /// <summary>Each update as it was going to be posted, each countdown as what is left now.</summary>
    /// <param name="talks">The talks, with deadlines.</param>
    /// <param name="settings">How the channel hears the news.</param>
    /// <param name="told">What it is told, as <see cref="BundlePlan.Told"/> chose it; not empty.</param>
    /// <param name="dueAt">When the bundle was due.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, FollowSettings settings, IReadOnlyList<Delivery> told, Instant dueAt, Instant now)
    {
        var hours = settings.Quiet is { } quiet ? $" ({HourText.Write(quiet.From)}–{HourText.Write(quiet.Until)})" : "";
        var countdowns = told.Count(delivery => delivery.Kind is DeliveryKind.Countdown);
        var counts = new[] { (told.Count - countdowns, "update"), (countdowns, "countdown") }
            .Where(part => part.Item1 > 0)
            .Select(part => Typography.Count(part.Item1, part.Item2));
        return new Post(
            TalksHeading.Of(talks, Typography.And([.. counts])),
            Severity.Calm,
            [.. told.SelectMany(delivery => delivery.Kind is DeliveryKind.Countdown ? Left(talks, settings.Clock, delivery, now) : Update(settings.Clock, delivery, now))])
        {
            Label = $"{Label}{hours}",
            DueOnClock = TimeWording.ClockTimeShort(dueAt, settings.Clock),
        };
    }

    /// <summary>Every piece that belongs to the update alone is marked as its own, so that a kill takes it away too.</summary>
    private static IEnumerable<PostPiece> Update(WallClock clock, Delivery held, Instant now)
    {
        var differs = held.Post.DiffersFrom.Count == 0 ? "" : $" · accounts differ on {Typography.And(held.Post.DiffersFrom)}";
        var label = held.Post.Label.Length == 0 ? "" : $" · {held.Post.Label}";
        yield return new PostPiece.Section($"{held.Subject}{label}{differs}, {TimeWording.OnOwnClock(held.DueAt, clock, now)}") { Account = held.Subject };
        foreach (var piece in held.Post.Pieces)
        {
            yield return piece is PostPiece.Moment { Account: null } ? piece with { Account = held.Subject } : piece;
        }
    }

    private static IEnumerable<PostPiece> Left(Negotiation talks, WallClock clock, Delivery held, Instant now)
    {
        var deadline = talks.Deadlines.Single(known => known.Name == held.Subject);
        var at = deadline.At.ToInstant();
        yield return new PostPiece.Section($"{deadline.Name} {deadline.Label}: {TimeWording.Span(at - now)} to go at {TimeWording.OnOwnClock(now, clock, now)}") { Account = deadline.Name };
        yield return new PostPiece.Moment(at, TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)) { Account = deadline.Name };
    }
}
