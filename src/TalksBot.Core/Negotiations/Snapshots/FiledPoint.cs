using TalksBot.Core.Text;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>A sticking point as filed.</summary>
public sealed record FiledPoint
{
    /// <summary>Its number within the talks, rising from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Each side's wording.</summary>
    public IReadOnlyList<FiledWording> Wordings { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public PointState State { get; init; } = PointState.Open;

    internal static FiledPoint From(StickingPoint point) => new()
    {
        Number = point.Number,
        Title = point.Title,
        Wordings = [.. point.Wordings.Select(said => new FiledWording { Side = said.Side, Wording = said.Wording })],
        State = point.State,
    };

    internal StickingPoint Restore()
    {
        var point = new StickingPoint(Number, Title);
        foreach (var said in Wordings)
        {
            point.Word(said.Side, said.Wording);
        }

        point.Turn(State);
        return point;
    }
}

/// <summary>How one side words a sticking point, as filed.</summary>
public sealed record FiledWording
{
    /// <summary>The party's code.</summary>
    public required string Side { get; init; }

    /// <summary>Its words.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Wording { get; init; }
}
