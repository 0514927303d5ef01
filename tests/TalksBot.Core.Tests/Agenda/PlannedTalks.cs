using System.Reflection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Agenda;

/// <summary>Talks as the agenda plans them: everything in them has a row, each of its own number.</summary>
internal sealed class PlannedTalks
{
    /// <summary>Noon, long before anything falls due.</summary>
    public static readonly Instant Noon = Instant.FromUtc(1995, 6, 20, 12, 0);

    private int _rows;

    /// <summary>The talks.</summary>
    public Negotiation Talks { get; } = new(new TalksTerms("autos", "Autos", [], "", DateTimeZone.Utc, []), Desk(Noon));

    public static Stamp Desk(Instant at) => new(at, "Anna", "terminal:desk");

    public static CivilTime At(Instant at) => CivilTime.At(at, DateTimeZone.Utc);

    /// <summary>A channel follows, with that ladder and digest.</summary>
    public Follow Follow(string channel, string ladder = "1h, 0", LocalTime? digest = null)
    {
        var settings = new FollowSettings(new WallClock("", DateTimeZone.Utc), digest, Ladder.TryParse(ladder, out var rungs) ? rungs : Ladder.Default, WirePriority.Regular, Mention: null);
        return Row(Talks.AddFollow(ChannelAddress.TryParse(channel, out var address) ? address : throw new InvalidOperationException(channel), settings, Desk(Noon)).Follow!);
    }

    public Deadline Deadline(Instant at) => Row(Talks.AddDeadline(new DeadlineTerms("tariffs", At(at), "", "", ""), Desk(Noon)).Deadline!);

    public Session Session(Instant at) => Row(Talks.AddSession(new SessionTerms(At(at), EndsAt: null, "", ""), Desk(Noon)).Session!);

    public Update Update(Instant? embargo = null, WirePriority priority = WirePriority.Regular) => Row(Talks.AddUpdate(
        new UpdateTerms($"word {_rows}", "an aide", Sourcing.OnRecord, "", priority, Noon) { Embargo = embargo is { } until ? At(until) : null }, Desk(Noon)).Update!);

    /// <summary>What is planned of a kind for a subject: when, and how long before it.</summary>
    public IReadOnlyList<(Instant Due, Duration Rung)> Planned(MomentKind kind, int subject, Instant? now = null) =>
        [.. AgendaPlan.Ahead(Talks, now ?? Noon).Where(moment => moment.Kind == kind && moment.SubjectId == subject).Select(moment => (moment.Due, moment.Rung))];

    /// <summary>The change that was made last.</summary>
    public Change Last => Talks.ChangesMade()[^1];

    public T Row<T>(T thing)
        where T : class
    {
        typeof(T).GetProperty("Id", BindingFlags.Public | BindingFlags.Instance)!.SetValue(thing, ++_rows);
        return thing;
    }
}
