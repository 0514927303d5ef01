using System.Globalization;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>
/// What a newsroom does with the talks of one week: two begin and last three weeks, followed by three channels with a digest each morning, with 24
/// updates, three deadlines and two sessions each. Everything is typed, falls due and is sent as it would be.
/// </summary>
/// <param name="bot">The bot, whose clock stands at the beginning of a day.</param>
internal sealed class WeeksTalks(TestBot bot)
{
    /// <summary>How many begin.</summary>
    public const int EachWeek = 2;

    private const int DaysBetween = 3;
    private const int DaysOfTalks = 21;

    private static readonly (string Channel, string Zone, string Hour)[] Channels = [("desk", "New York", "07:00"), ("geneva", "Geneva", "08:00"), ("tokyo", "Tokyo", "09:00")];

    /// <summary>What becomes of talks on one of their days, beside the day's update.</summary>
    private static readonly Dictionary<int, string[]> Days = new()
    {
        [0] = ["deadline add {0} \"in 7d\" \"the first offer\" consequence:\"tariffs of 25 per cent on steel and all that is made of it\"", "session add {0} \"in 30h\" who:\"the ministers and their deputies\" place:Geneva"],
        [5] = ["deadline move {0} D1 +24h", "deadline add {0} \"in 9d\" \"ratification\""],
        [8] = ["deadline met {0} D1", "update add {0} \"A second paper went round at noon and was taken back an hour later, says the chair\" \"the chair of the talks\" tier:official"],
        [9] = ["update correct {0} #3 \"They meet on Thursday, and not on Wednesday as was said before, at the seat of the other side\"", "session add {0} \"in 26h\""],
        [12] = ["update kill {0} #5 \"the ministry denies it\"", "deadline add {0} \"in 5d\" \"signature\""],
        [15] = ["deadline met {0} D2", "update add {0} \"The second round is over, and a third one is planned for next week in the same place\" \"a senior US official\" tier:unnamed priority:urgent"],
        [18] = ["deadline met {0} D3", "update add {0} \"The text is ready for signature but for two annexes, which the lawyers still read\" \"a European diplomat\" tier:unnamed"],
        [DaysOfTalks - 1] = ["outcome {0} agreed \"They agree on quotas, and the tariffs fall away\"", "close {0}"],
    };

    private readonly List<(string Slug, int Day)> _open = [];
    private int _opened;

    /// <summary>Lets the days pass until all of them are over.</summary>
    public async Task PassAsync()
    {
        for (var day = 0; day == 0 || _open.Count > 0; day++)
        {
            if (_opened < EachWeek && day == _opened * DaysBetween)
            {
                await OpenAsync($"round-{++_opened}");
            }

            for (var i = 0; i < _open.Count; i++)
            {
                var (slug, dayOf) = _open[i];
                await WorkAsync(slug, dayOf);
                _open[i] = (slug, dayOf + 1);
            }

            _open.RemoveAll(talks => talks.Day == DaysOfTalks);
            await bot.AdvanceAsync(Duration.FromDays(1));
        }
    }

    private async Task OpenAsync(string slug)
    {
        await DoAsync($"open {slug} \"Talks on steel and cars, round {slug}\" follow:no parties:\"US=United States; EU=European Union\" venue:Geneva zone:Geneva");
        foreach (var (channel, zone, hour) in Channels)
        {
            await DoAsync($"follow add {slug} channel:terminal:{channel} zone:\"{zone}\" digest:{hour}");
        }

        _open.Add((slug, 0));
    }

    private async Task WorkAsync(string slug, int day)
    {
        await DoAsync($"update add {slug} \"On day {day} they spoke for two hours about quotas, and came no closer on cars, it is said\" \"a senior US official\" tier:unnamed");
        foreach (var line in Days.GetValueOrDefault(day, []))
        {
            await DoAsync(string.Format(CultureInfo.InvariantCulture, line, slug));
        }
    }

    private Task DoAsync(string line) => bot.DoAsync($"/talks {line}");
}
