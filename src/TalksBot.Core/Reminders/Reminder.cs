using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Reminders;

/// <summary>
/// Somebody wants to be told of a deadline or a session, alone and on their own clock. It is theirs and no part of the record; it follows the
/// deadline wherever that is moved, and each place that it is moved to is told of once.
/// </summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    /// <summary>Somebody asks for it.</summary>
    /// <param name="person">Who, by the platform's lasting identity.</param>
    /// <param name="channel">Where they are written to alone.</param>
    /// <param name="talks">The row of the talks.</param>
    /// <param name="wish">What they want.</param>
    /// <param name="now">When they ask.</param>
    public Reminder(string person, ChannelAddress channel, int talks, ReminderWish wish, Instant now)
    {
        Person = person;
        Channel = channel;
        NegotiationId = talks;
        Subject = wish.Subject;
        Before = wish.Before;
        Clock = wish.Clock;
        AskedAt = now;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Whose it is, by the platform's lasting identity.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Where they are written to alone.</summary>
    public ChannelAddress Channel { get; private set; } = null!;

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>The deadline or session, such as <c>D1</c>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>How long before it they want to be told; zero for the moment itself.</summary>
    public Duration Before { get; private set; }

    /// <summary>The clock on their own wall.</summary>
    public WallClock Clock { get; private set; } = null!;

    /// <summary>When they asked for it.</summary>
    public Instant AskedAt { get; private set; }

    /// <summary>The moment of the subject that they have been told of; null as long as they have not.</summary>
    public Instant? ToldOf { get; private set; }

    /// <summary>They were told that it falls then.</summary>
    public void Told(Instant at) => ToldOf = at;
}

/// <summary>What somebody wants to be told of.</summary>
/// <param name="Subject">The deadline or session, such as <c>D1</c>.</param>
/// <param name="Before">How long before it.</param>
/// <param name="Clock">The clock on their own wall.</param>
public sealed record ReminderWish(string Subject, Duration Before, WallClock Clock);

/// <summary>When reminders fall due. Pure.</summary>
public static class ReminderPlan
{
    /// <summary>So long after what it told of a reminder is kept, as its subject may be moved once more.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    /// <summary>When the subject falls; null where it is settled or gone, or the talks are closed.</summary>
    public static Instant? Falls(Negotiation talks, string subject) => talks.Status is TalksStatus.Closed
        ? null
        : talks.Deadlines.FirstOrDefault(known => known.Name == subject && known.WantsOutcome)?.At.ToInstant()
            ?? talks.Sessions.FirstOrDefault(known => known.Name == subject && known.State is SessionState.Planned)?.StartsAt.ToInstant();

    /// <summary>When somebody is to be told; null when there is nothing (more) to tell. It may be over where the subject was moved nearer.</summary>
    public static Instant? Due(Negotiation talks, Reminder reminder) =>
        Falls(talks, reminder.Subject) is { } at && reminder.ToldOf != at ? at - reminder.Before : null;

    /// <summary>Whether somebody still wants to hear what is due: what has fallen is told of only where its time came before.</summary>
    public static bool IsAhead(Negotiation talks, Reminder reminder, Instant now) => Falls(talks, reminder.Subject) > now;
}
