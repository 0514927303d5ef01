using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Negotiations;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Chronicles;

public sealed class ChronologyTests
{
    private static readonly Instant Evening = On(28, 20, 0);

    [Fact]
    public void Tells_updates_with_their_attribution_at_the_time_they_were_heard()
    {
        var row = Rows(Until(Evening)).First(row => row.Subject == "#3");

        row.Kind.ShouldBe(ChronologyKind.Update);
        row.Text.ShouldBe("Hashimoto went in detail through a paper with alternatives.");
        (row.Attribution, row.Side, row.Note).ShouldBe(("reported by US officials", "JP", "differs from #1"));
    }

    [Fact]
    public void Puts_a_correction_in_its_place_and_keeps_the_chain()
    {
        var talks = Until(Evening);
        var update = talks.Updates[0];
        talks.CorrectUpdate(update, "Second words.", "a US official", By("Ben", On(28, 8, 0))).ShouldBeNull();
        talks.CorrectUpdate(update, "Third words.", "a US official", By("Ben", On(28, 9, 0))).ShouldBeNull();

        var rows = Rows(talks).Where(row => row.Subject == "#1").ToList();

        rows.Select(row => $"{row.Key}: {row.CorrectionOf} {row.Text}").ShouldBe(
            ["update-1:  Third words.", "update-1-correction-1: #1 Second words.", "update-1-correction-2: #1 Third words."]);
        rows[0].Note.ShouldStartWith("corrected; differs from #3");
        rows[1].Note.ShouldBe("wrong was: “Very pessimistic after the first session.” – an official familiar with the call");
        rows[2].Note.ShouldBe("wrong was: “Second words.” – a US official");
        rows.Select(row => row.At).ShouldBeInOrder();
    }

    [Fact]
    public void Leaves_out_the_words_that_were_killed_and_says_that_they_were()
    {
        var talks = Until(Evening);
        talks.KillUpdate(talks.Updates[0], "it was a hoax", By("Ben", On(28, 8, 0))).ShouldBeNull();

        var rows = Rows(talks);

        var kill = rows.Where(row => row.Subject == "#1").ShouldHaveSingleItem();
        (kill.Kind, kill.Text, kill.Note).ShouldBe((ChronologyKind.Kill, "KILLED #1: do not use it", "it was a hoax"));
        rows.ShouldNotContain(row => row.Text.Contains("pessimistic", StringComparison.Ordinal) || row.Note.Contains("differs from #1", StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_every_row_a_name_of_its_own_that_stays()
    {
        var keys = Rows(Until(Evening)).Select(row => row.Key).ToList();

        keys.ShouldBeUnique();
        Rows(Until(Evening)).Select(row => row.Key).ShouldBe(keys);
    }

    [Fact]
    public void Stands_in_order_of_time_and_leads_with_the_clock_of_the_thing_itself()
    {
        var rows = Rows(Until(On(28, 9, 0)));

        rows.Select(row => row.At).ShouldBeInOrder();
        rows.Single(row => row.Key == "deadline-1").Clocks[0].Zone.Id.ShouldBe("America/New_York");
        rows.Single(row => row.Key == "session-2").Clocks[0].Zone.Id.ShouldBe("Europe/Zurich");
    }

    [Fact]
    public void Writes_one_table_line_for_each_row_in_every_format()
    {
        var chronology = Chronology.Of(Until(Evening), Evening);

        MarkdownChronology.Write([chronology]).Split('\n').Count(line => line.StartsWith('|')).ShouldBe(chronology.Rows.Count + 2);
        CsvChronology.Write([chronology, chronology]).Split("\r\n").Length.ShouldBe((chronology.Rows.Count * 2) + 2);
    }

    private static IReadOnlyList<ChronologyRow> Rows(Negotiation talks) => Chronology.Of(talks, Evening).Rows;
}
