namespace TalksBot.Wire;

/// <summary>
/// How long to wait after refusals in a row: what each asks for, but never less than a floor that doubles, so that a limit which
/// names no time, or none worth the name, is not run into again and again.
/// </summary>
/// <param name="first">The floor after the first.</param>
internal sealed class Growth(TimeSpan first)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    private TimeSpan _at;

    /// <summary>Refusals since anything else was answered.</summary>
    public int InARow { get; private set; }

    /// <summary>Takes a refusal, and says how long to wait.</summary>
    /// <param name="asked">What it asks for.</param>
    /// <param name="now">When it came.</param>
    public TimeSpan After(TimeSpan asked, TimeSpan now)
    {
        var floor = first * Math.Pow(2, Math.Min(InARow, 10));
        floor = floor < _longest ? floor : _longest;
        (InARow, _at) = (InARow + 1, now);
        return asked > floor ? asked : floor;
    }

    /// <summary>Something was answered that is no refusal.</summary>
    public void End() => InARow = 0;

    /// <summary>The last refusal is so long ago that the next would be the first.</summary>
    public bool IsOver(TimeSpan now) => InARow == 0 || now - _at > _longest * 5;
}
