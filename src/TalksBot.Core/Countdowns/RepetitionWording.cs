using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Countdowns;

/// <summary>How something repeats, beside it. Pure.</summary>
public static class RepetitionWording
{
    /// <summary>As in <c>every Tuesday, next 11:00 Geneva Tue 4 Jul</c>; nothing where no other follows.</summary>
    /// <param name="repeat">How it repeats; null where it does not.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Below(Repetition? repeat, Instant now)
    {
        if (repeat is not { IsOver: false })
        {
            yield break;
        }

        var shifted = RepeatWording.Shifted(repeat.Slot, repeat.Zone);
        var next = repeat.Following.Take(1).Select(slot => TimeWording.ClockTime(repeat.On(slot).ToInstant(), new WallClock("", repeat.Zone), firstDate: null, now)).FirstOrDefault();
        yield return new PostPiece.Line($"{RepeatWording.Of(repeat.Rule)}{(next is null ? ", this is the last" : $", next {next}")}{(shifted is null ? "" : $". {shifted}")}") { Continues = true };
    }
}
