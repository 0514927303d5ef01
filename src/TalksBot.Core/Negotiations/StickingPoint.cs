namespace TalksBot.Core.Negotiations;

/// <summary>An issue on which the sides differ, with each side's own wording.</summary>
public sealed class StickingPoint
{
    private StickingPoint()
    {
    }

    internal StickingPoint(int number, string title)
    {
        Number = number;
        Title = title;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>Its number within the talks, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its number as people write it, such as <c>P2</c>.</summary>
    public string Name => SubjectNumber.Point(Number);

    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Each side's wording by party code, in the order the parties are listed.</summary>
    public IReadOnlyList<SideWording> Wordings { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public PointState State { get; private set; } = PointState.Open;

    internal void Word(string side, string wording) =>
        Wordings = [.. Wordings.Where(w => w.Side != side), new SideWording(side, wording)];

    internal void Turn(PointState state) => State = state;

    /// <summary>Reads as that copy of it does.</summary>
    internal void ReturnTo(StickingPoint copy) => (Wordings, State) = (copy.Wordings, copy.State);
}

/// <summary>Where a sticking point stands. Numbers are stored: never renumber.</summary>
public enum PointState
{
    /// <summary>The sides differ.</summary>
    Open = 1,

    /// <summary>The sides are moving towards each other.</summary>
    Narrowing = 2,

    /// <summary>The sides agree.</summary>
    Settled = 3,
}

/// <summary>How one side words a sticking point.</summary>
/// <param name="Side">The party's code.</param>
/// <param name="Wording">Its words.</param>
public sealed record SideWording(string Side, string Wording);
