using TalksBot.Core.Times;

namespace TalksBot.Core.Walls;

/// <summary>What a screen in the newsroom shows: everything that everybody may see, and nothing else.</summary>
/// <param name="Title">Of what it shows.</param>
/// <param name="Home">The clock on which what is only information is told.</param>
/// <param name="State">Which of its faces it has.</param>
public sealed record WallBoard(string Title, WallClock Home, WallState State)
{
    /// <summary>It shows all of the desk, so that everything needs the code of its talks.</summary>
    public bool IsDesk { get; init; }

    /// <summary>The deadline that matters most now; null where none is counted down to.</summary>
    public WallDeadline? Next { get; init; }

    /// <summary>The other deadlines that want an outcome, in order of time.</summary>
    public IReadOnlyList<WallDeadline> Following { get; init; } = [];

    /// <summary>How many deadlines more there are.</summary>
    public int More { get; init; }

    /// <summary>The sessions awaited, soonest first.</summary>
    public IReadOnlyList<WallSession> Sessions { get; init; } = [];

    /// <summary>What was said last, newest first.</summary>
    public IReadOnlyList<WallUpdate> Updates { get; init; } = [];

    /// <summary>Accounts that differ, each group side by side; nobody is said to be right.</summary>
    public IReadOnlyList<WallAccounts> Accounts { get; init; } = [];

    /// <summary>What the sides differ on.</summary>
    public IReadOnlyList<WallPoint> Points { get; init; } = [];

    /// <summary>What was put right, withdrawn or concluded lately, newest first.</summary>
    public IReadOnlyList<WallNotice> Notices { get; init; } = [];

    /// <summary>How talks ended lately, newest first.</summary>
    public IReadOnlyList<WallOutcome> Outcomes { get; init; } = [];
}

/// <summary>The faces of a wall.</summary>
public enum WallState
{
    /// <summary>A deadline is counted down to, or has just passed.</summary>
    Counting,

    /// <summary>Talks are open, and no deadline stands.</summary>
    NoDeadline,

    /// <summary>There are talks, and all are closed.</summary>
    AllClosed,

    /// <summary>Nothing is followed yet.</summary>
    NoTalks,
}

/// <summary>A deadline on the wall.</summary>
/// <param name="Key">What tells it from every other, as in <c>us-japan-autos/D1</c>.</param>
/// <param name="Code">The short code of its talks.</param>
/// <param name="Talks">The title of its talks.</param>
/// <param name="Name">Its number.</param>
/// <param name="Label">What it is about.</param>
/// <param name="At">When it falls.</param>
/// <param name="When">The same on its own clock.</param>
public sealed record WallDeadline(string Key, string Code, string Talks, string Name, string Label, Instant At, string When)
{
    /// <summary>What happens if it passes; empty if unknown.</summary>
    public string Consequence { get; init; } = "";

    /// <summary>It falls at another time than first set.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Every clock.</summary>
    public IReadOnlyList<ClockCell> Clocks { get; init; } = [];
}

/// <summary>A session on the wall.</summary>
/// <param name="Code">The short code of its talks.</param>
/// <param name="Name">Its number.</param>
/// <param name="Details">Who meets where; empty if unknown.</param>
/// <param name="At">When it starts or started.</param>
/// <param name="When">The same on its own clock.</param>
/// <param name="State">Where it stands.</param>
public sealed record WallSession(string Code, string Name, string Details, Instant At, string When, WallSessionState State);

/// <summary>Where a session on the wall stands.</summary>
public enum WallSessionState
{
    /// <summary>Announced.</summary>
    Planned,

    /// <summary>The parties are in the room.</summary>
    UnderWay,

    /// <summary>It was to start, or to be over, and nobody has said so.</summary>
    NotReported,
}

/// <summary>Something that was said.</summary>
/// <param name="Code">The short code of its talks.</param>
/// <param name="Name">Its number.</param>
/// <param name="Side">The code of the party it speaks for; empty for none.</param>
/// <param name="Text">What was heard.</param>
/// <param name="Attribution">Who said it, and how well that is sourced.</param>
/// <param name="Heard">When the desk heard it.</param>
public sealed record WallUpdate(string Code, string Name, string Side, string Text, string Attribution, string Heard)
{
    /// <summary>As in <c>BULLETIN</c>; empty for what presses nobody.</summary>
    public string Priority { get; init; } = "";

    /// <summary>It read otherwise once.</summary>
    public bool IsCorrected { get; init; }
}

/// <summary>Accounts of one matter that differ.</summary>
/// <param name="Code">The short code of their talks.</param>
/// <param name="Sides">The accounts, oldest first.</param>
public sealed record WallAccounts(string Code, IReadOnlyList<WallUpdate> Sides);

/// <summary>A sticking point.</summary>
/// <param name="Code">The short code of its talks.</param>
/// <param name="Name">Its number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Words">Each side with its own words.</param>
public sealed record WallPoint(string Code, string Name, string Title, string State, IReadOnlyList<WallWords> Words);

/// <summary>One side's words.</summary>
/// <param name="Side">The code of the party.</param>
/// <param name="Text">Its words.</param>
public sealed record WallWords(string Side, string Text);

/// <summary>Something that everybody who saw the wall must learn.</summary>
/// <param name="Key">What tells it from every other.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Text">What is to be known.</param>
/// <param name="Mark">The same in a few words, for as long as it stays marked.</param>
public sealed record WallNotice(string Key, WallNoticeKind Kind, Instant At, string Text, string Mark);

/// <summary>What a notice is.</summary>
public enum WallNoticeKind
{
    /// <summary>Something was wrong.</summary>
    Correction,

    /// <summary>Something was withdrawn.</summary>
    Kill,

    /// <summary>Talks ended.</summary>
    Outcome,
}

/// <summary>How talks ended.</summary>
/// <param name="Talks">Their title.</param>
/// <param name="Kind">As in <c>AGREED</c>.</param>
/// <param name="Line">In a sentence.</param>
/// <param name="When">When that was recorded.</param>
public sealed record WallOutcome(string Talks, string Kind, string Line, string When);
