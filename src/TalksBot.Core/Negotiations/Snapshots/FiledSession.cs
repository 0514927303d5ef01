using System.Text.Json.Serialization;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>A session as filed.</summary>
public sealed record FiledSession
{
    /// <summary>Its number within the talks, rising from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it starts or started.</summary>
    public required CivilTime StartsAt { get; init; }

    /// <summary>When it ends or ended; null while unknown.</summary>
    public CivilTime? EndsAt { get; init; }

    /// <summary>Where they meet; empty if unknown.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Place { get; init; } = "";

    /// <summary>Who meets; empty if unknown.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Who { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public SessionState State { get; init; } = SessionState.Planned;

    /// <summary>Who covers it; null while nobody does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FiledCover? Cover { get; init; }

    /// <summary>How it repeats; null where it never did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Repetition? Repeat { get; init; }

    internal static FiledSession From(Session session) => new()
    {
        Number = session.Number,
        StartsAt = session.StartsAt,
        EndsAt = session.EndsAt,
        Place = session.Place,
        Who = session.Who,
        State = session.State,
        Cover = FiledCover.From(session.Cover),
        Repeat = session.Repeat,
    };

    internal Session Restore()
    {
        var session = new Session(Number, new SessionTerms(StartsAt, EndsAt, Place, Who));
        if (State is SessionState.Cancelled)
        {
            session.Cancel();
        }

        if (State is SessionState.UnderWay or SessionState.Ended)
        {
            session.Start(StartsAt);
        }

        if (State is SessionState.Ended && EndsAt is { } end)
        {
            session.End(end);
        }

        session.CoverBy(Cover?.Restore());
        session.RepeatBy(Repeat);
        return session;
    }
}
