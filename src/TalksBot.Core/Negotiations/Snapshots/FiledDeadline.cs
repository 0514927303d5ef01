using System.Text.Json.Serialization;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>A deadline as filed.</summary>
public sealed record FiledDeadline
{
    /// <summary>Its number within the talks, rising from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Label { get; init; }

    /// <summary>The wording of the time as it was reported; empty if unknown.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string AsReported { get; init; } = "";

    /// <summary>When it falls.</summary>
    public required CivilTime At { get; init; }

    /// <summary>What happens if it passes; empty if unknown.</summary>
    [Words(UserText.ParagraphLimit, MayBeEmpty = true)]
    public string Consequence { get; init; } = "";

    /// <summary>Who set it; empty if unknown.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string SetBy { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public DeadlineState State { get; init; } = DeadlineState.Standing;

    /// <summary>Who covers it; null while nobody does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FiledCover? Cover { get; init; }

    /// <summary>How it repeats; null where it never did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Repetition? Repeat { get; init; }

    internal static FiledDeadline From(Deadline deadline) => new()
    {
        Number = deadline.Number,
        Label = deadline.Label,
        AsReported = deadline.AsReported,
        At = deadline.At,
        Consequence = deadline.Consequence,
        SetBy = deadline.SetBy,
        State = deadline.State,
        Cover = FiledCover.From(deadline.Cover),
        Repeat = deadline.Repeat,
    };

    internal Deadline Restore()
    {
        var deadline = new Deadline(Number, new DeadlineTerms(Label, At, AsReported, Consequence, SetBy));
        deadline.Settle(State);
        deadline.CoverBy(Cover?.Restore());
        deadline.RepeatBy(Repeat);
        return deadline;
    }
}
