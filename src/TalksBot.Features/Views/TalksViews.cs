using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Features.Views;

/// <summary>Talks as programs read them.</summary>
/// <param name="Talks">Their name in addresses and commands.</param>
/// <param name="Title">Their name in print.</param>
/// <param name="Code">Their short code on the wire, such as <c>US-JP</c>.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="Parties">The sides.</param>
/// <param name="Venue">Where they meet; empty if unknown.</param>
/// <param name="Zone">The zone in which times are read when none is named, by its IANA name.</param>
/// <param name="Clocks">The clocks shown on every time, in order.</param>
/// <param name="Outcome">How they ended; left out until somebody says so.</param>
/// <param name="OpenedAt">When the desk began to follow them.</param>
/// <param name="ChangedAt">When the record last came to read otherwise.</param>
/// <param name="NextDeadline">The number of the deadline that is counted down to, such as <c>D1</c>; left out where none stands.</param>
/// <param name="Points">What the sides differ on.</param>
/// <param name="Self">Where it is read.</param>
public sealed record TalksView(
    string Talks, string Title, string Code, TalksStatus Status, IReadOnlyList<PartyView> Parties, string Venue, string Zone, IReadOnlyList<ClockView> Clocks,
    OutcomeView? Outcome, Instant OpenedAt, Instant ChangedAt, string? NextDeadline, IReadOnlyList<PointView> Points, string Self)
{
    internal static TalksView Of(Negotiation talks) => new(
        talks.Slug,
        talks.Title,
        talks.Code,
        talks.Status,
        [.. talks.Parties.Select(party => new PartyView(party.Code, party.Name, party.Principals))],
        talks.Venue,
        talks.Zone.Id,
        [.. talks.Clocks.Select(clock => new ClockView(clock.NameAt(talks.OpenedAt), clock.Zone.Id))],
        talks.Outcome is { } outcome ? new OutcomeView(outcome.Kind, outcome.Line, outcome.At) : null,
        talks.OpenedAt,
        talks.ChangedAt,
        talks.Deadlines.Where(deadline => deadline.IsOpen).MinBy(deadline => deadline.At.ToInstant())?.Name,
        [.. talks.Points.Select(point => new PointView(point.Name, point.Title, point.State, [.. point.Wordings.Select(side => new SideView(side.Side, side.Wording))]))],
        ViewPaths.Talks(talks.Slug));
}

/// <summary>One side of talks.</summary>
/// <param name="Code">Its short name, such as <c>US</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Principals">Who speaks for it, with their office.</param>
public sealed record PartyView(string Code, string Name, IReadOnlyList<string> Principals);

/// <summary>A clock that is shown on every time.</summary>
/// <param name="Name">The label under it, such as <c>Geneva</c>.</param>
/// <param name="Zone">The zone it shows, by its IANA name.</param>
public sealed record ClockView(string Name, string Zone);

/// <summary>How talks ended.</summary>
/// <param name="Kind">The ending.</param>
/// <param name="Line">One sentence for the record.</param>
/// <param name="At">When it was recorded.</param>
public sealed record OutcomeView(OutcomeKind Kind, string Line, Instant At);

/// <summary>An issue on which the sides differ.</summary>
/// <param name="Point">Its number, such as <c>P2</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Wordings">How each side words it.</param>
public sealed record PointView(string Point, string Title, PointState State, IReadOnlyList<SideView> Wordings);

/// <summary>How one side words a sticking point.</summary>
/// <param name="Side">The party's code.</param>
/// <param name="Wording">Its words.</param>
public sealed record SideView(string Side, string Wording);

/// <summary>A moment that was agreed on some clock.</summary>
/// <param name="At">The instant, in UTC.</param>
/// <param name="Zone">The zone in which it was agreed, by its IANA name.</param>
/// <param name="Clocks">How it reads on every clock of the talks, that of its zone first: <c>Wed 28 Jun 1995 23:59 Washington</c>.</param>
public sealed record MomentView(Instant At, string Zone, IReadOnlyList<string> Clocks)
{
    internal static MomentView Of(Negotiation talks, CivilTime time)
    {
        var at = time.ToInstant();
        return new MomentView(at, time.Zone.Id, [.. talks.ClocksFrom(time.Zone).DistinctBy(clock => clock.Zone.Id, StringComparer.Ordinal).Select(clock => TimeWording.Full(at, clock))]);
    }
}

/// <summary>A deadline as programs read it.</summary>
/// <param name="Talks">The slug of its talks.</param>
/// <param name="Deadline">Its number, such as <c>D1</c>.</param>
/// <param name="Label">What it is about, in a few words.</param>
/// <param name="Falls">When it falls.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AsReported">The wording of the time as it was reported; empty if unknown.</param>
/// <param name="Consequence">What happens if it passes; empty if unknown.</param>
/// <param name="SetBy">Who set it; empty if unknown.</param>
/// <param name="Self">Where it is read.</param>
public sealed record DeadlineView(
    string Talks, string Deadline, string Label, MomentView Falls, DeadlineState State, string AsReported, string Consequence, string SetBy, string Self)
{
    internal static DeadlineView Of(Negotiation talks, Deadline deadline) => new(
        talks.Slug, deadline.Name, deadline.Label, MomentView.Of(talks, deadline.At), deadline.State, deadline.AsReported, deadline.Consequence, deadline.SetBy, ViewPaths.Of(talks.Slug, deadline.Name));
}

/// <summary>A meeting of the parties as programs read it.</summary>
/// <param name="Talks">The slug of its talks.</param>
/// <param name="Session">Its number, such as <c>S4</c>.</param>
/// <param name="Starts">When it starts or started.</param>
/// <param name="Ends">When it ends or ended; left out while unknown.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Place">Where they meet; empty if unknown.</param>
/// <param name="Who">Who meets; empty if unknown.</param>
/// <param name="Self">Where it is read.</param>
public sealed record SessionView(
    string Talks, string Session, MomentView Starts, MomentView? Ends, SessionState State, string Place, string Who, string Self)
{
    internal static SessionView Of(Negotiation talks, Session session) => new(
        talks.Slug, session.Name, MomentView.Of(talks, session.StartsAt), session.EndsAt is { } end ? MomentView.Of(talks, end) : null, session.State, session.Place, session.Who, ViewPaths.Of(talks.Slug, session.Name));
}
