using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations;

/// <summary>A moment by which something must be done, and what happens if it is not.</summary>
public sealed class Deadline
{
    private Deadline()
    {
    }

    internal Deadline(int number, DeadlineTerms terms)
    {
        Number = number;
        Label = terms.Label;
        AsReported = terms.AsReported;
        At = terms.At;
        Consequence = terms.Consequence;
        SetBy = terms.SetBy;
        Repeat = terms.Repeat is { } rule ? Repetition.Begin(rule, terms.At, end: null, number) : null;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>Its number within the talks, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its number as people write it, such as <c>D1</c>.</summary>
    public string Name => SubjectNumber.Deadline(Number);

    /// <summary>What it is about, in a few words.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The wording of the time as it was reported; empty if unknown.</summary>
    public string AsReported { get; private set; } = "";

    /// <summary>When it falls.</summary>
    public CivilTime At { get; private set; } = null!;

    /// <summary>What happens if it passes; empty if unknown.</summary>
    public string Consequence { get; private set; } = "";

    /// <summary>Who set it; empty if unknown.</summary>
    public string SetBy { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public DeadlineState State { get; private set; } = DeadlineState.Standing;

    /// <summary>Who of the desk sees to it; null while nobody does.</summary>
    public Coverage? Cover { get; private set; }

    /// <summary>How it repeats; null where it never did.</summary>
    public Repetition? Repeat { get; private set; }

    /// <summary>True while it is still to come.</summary>
    public bool IsOpen => State is DeadlineState.Standing or DeadlineState.Moved;

    /// <summary>True while an outcome is still wanted for it.</summary>
    public bool WantsOutcome => IsOpen || State is DeadlineState.PassedUnknown;

    /// <summary>A copy that stays as the deadline reads now.</summary>
    public Deadline Copy() => FiledDeadline.From(this).Restore();

    internal void Move(CivilTime to)
    {
        At = to;
        State = DeadlineState.Moved;
    }

    internal void Settle(DeadlineState state) => State = state;

    internal void CoverBy(Coverage? cover) => Cover = cover;

    internal void RepeatBy(Repetition? repeat) => Repeat = repeat;

    internal void Say(DeadlineWords words) => (Label, AsReported, Consequence, SetBy) = (words.Label, words.AsReported, words.Consequence, words.SetBy);

    /// <summary>Reads as that copy of it does.</summary>
    internal void ReturnTo(Deadline copy)
    {
        (At, State, Cover, Repeat) = (copy.At, copy.State, copy.Cover, copy.Repeat);
        Say(DeadlineWords.Of(copy));
    }
}

/// <summary>Where a deadline stands. Numbers are stored: never renumber.</summary>
public enum DeadlineState
{
    /// <summary>Still to come, as first set.</summary>
    Standing = 1,

    /// <summary>Still to come, at another time than first set.</summary>
    Moved = 2,

    /// <summary>What it demanded was done.</summary>
    Met = 3,

    /// <summary>It passed and what it demanded was not done.</summary>
    Lapsed = 4,

    /// <summary>Whoever set it took it back.</summary>
    Withdrawn = 5,

    /// <summary>It passed and nobody has said what came of it.</summary>
    PassedUnknown = 6,
}

/// <summary>What is known of a deadline when it is set.</summary>
/// <param name="Label">What it is about, in a few words.</param>
/// <param name="At">When it falls.</param>
/// <param name="AsReported">The wording of the time as it was reported, or empty.</param>
/// <param name="Consequence">What happens if it passes, or empty.</param>
/// <param name="SetBy">Who set it, or empty.</param>
public sealed record DeadlineTerms(string Label, CivilTime At, string AsReported = "", string Consequence = "", string SetBy = "")
{
    /// <summary>How it repeats, where it is one of those days; null where it does not.</summary>
    public RepeatRule? Repeat { get; init; }
}

/// <summary>What is said of a deadline beside its time.</summary>
/// <param name="Label">What it is about, in a few words.</param>
/// <param name="AsReported">The wording of the time as it was reported, or empty.</param>
/// <param name="Consequence">What happens if it passes, or empty.</param>
/// <param name="SetBy">Who set it, or empty.</param>
public sealed record DeadlineWords(string Label, string AsReported, string Consequence, string SetBy)
{
    /// <summary>What is said of a deadline now.</summary>
    public static DeadlineWords Of(Deadline deadline) => new(deadline.Label, deadline.AsReported, deadline.Consequence, deadline.SetBy);
}
