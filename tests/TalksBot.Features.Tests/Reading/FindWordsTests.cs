using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Tests.Reading;

public sealed class FindWordsTests
{
    [Fact]
    public async Task Finds_the_words_of_everything_that_is_recorded()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await FillAsync(desk);

        (await desk.SayAsync("find automotive")).ShouldContain("US–Japan automotive talks (us-japan-autos)");
        (await desk.SayAsync("find lexus")).ShouldContain("D1 luxury cars");
        (await desk.SayAsync("find Hashimoto")).ShouldContain("S1 starts");
        (await desk.SayAsync("find tone")).ShouldContain("“His tone changed”");
        (await desk.SayAsync("find washington officials")).ShouldContain("“His tone changed”");
        (await desk.SayAsync("find dealerships")).ShouldContain("P1 enforcement");
    }

    [Theory]
    [InlineData("find TONES", 0)]
    [InlineData("find Ton", 1)]
    [InlineData("find \"tone his\"", 1)]
    [InlineData("find tone luxury", 0)]
    [InlineData("find to", 0)]
    [InlineData("find pokój", 1)]
    [InlineData("find pokoj", 1)]
    [InlineData("find \"tone OR nothing\"", 0)]
    [InlineData("find \"NOT (tone*\"", 0)]
    [InlineData("find \"tone – !\"", 1)]
    public async Task A_word_is_found_as_it_is_and_as_a_beginning_whatever_its_case_and_accents(string line, int count)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await FillAsync(desk);

        var answer = await desk.SayAsync(line);

        answer.Split('\n')[0].ShouldContain(count == 0 ? "Nothing has" : $": {count} found");
    }

    [Fact]
    public async Task What_says_it_more_comes_before_what_says_it_once_or_beside()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos tier:official \"Steel, steel and only steel\" \"a US official\"");
        await desk.SayAsync("update add us-japan-autos tier:official \"Nothing was said of the long matter of steel and of other things that were there\" \"a US official\"");
        await desk.SayAsync("update add us-japan-autos tier:official \"They met\" \"an official of the steel makers\"");

        var answer = await desk.SayAsync("find steel");

        answer.IndexOf("only steel", StringComparison.Ordinal).ShouldBeLessThan(answer.IndexOf("long matter", StringComparison.Ordinal));
        answer.IndexOf("long matter", StringComparison.Ordinal).ShouldBeLessThan(answer.IndexOf("steel makers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_anything_is_hidden_cannot_be_told_from_any_answer()
    {
        await using var plain = await NewsDesk.OpenAsync();
        await using var hiding = await NewsDesk.OpenAsync();
        foreach (var desk in new[] { plain, hiding })
        {
            await desk.SayAsync("update add us-japan-autos tier:official \"Quotas and tariffs\" \"a US official\"");
            await desk.SayAsync("update add us-japan-autos tier:official \"Tariffs, and much else that was on the table for long\" \"a US official\"");
        }

        for (var number = 3; number < 23; number++)
        {
            await hiding.SayAsync($"update add us-japan-autos tier:official \"Quotas of secret {number} quotas\" \"a US official\" {(number % 2 == 0 ? "embargo:\"in 5h\"" : "")}");
            if (number % 2 == 1)
            {
                await hiding.SayAsync($"update kill us-japan-autos #{number} \"a hoax\"");
            }
        }

        foreach (var line in new[] { "find secret", "find quotas", "find tariffs", "find quotas tariffs", "find us-japan-autos secret" })
        {
            (await hiding.SayAsync(line)).ShouldBe(await plain.SayAsync(line));
        }
    }

    [Fact]
    public async Task What_comes_out_is_found_from_then_on_and_the_words_that_were_wrong_are_not()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos tier:official \"Sixty plants\" \"a US official\" embargo:\"in 5h\"");
        (await desk.SayAsync("find plants")).ShouldStartWith("Nothing has");

        await desk.SayAsync("update break us-japan-autos #1 reason:\"out elsewhere\"");
        (await desk.SayAsync("find sixty")).ShouldContain("“Sixty plants”");

        await desk.SayAsync("update correct us-japan-autos #1 \"Six plants\"");
        (await desk.SayAsync("find sixty")).ShouldStartWith("Nothing has");
        (await desk.SayAsync("find plants")).ShouldContain("“Six plants”");

        await desk.SayAsync("undo");
        (await desk.SayAsync("find sixty")).ShouldContain("“Sixty plants”");
    }

    [Fact]
    public async Task Looks_through_what_is_followed_here_and_everywhere_on_demand()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await FillAsync(desk);
        await desk.SayAsync("open dock-strike \"Dock strike\"");
        await desk.SayAsync("update add dock-strike tier:official \"The tone is rough\" \"a union official\"");
        await desk.SayAsync("follow add dock-strike", "terminal:harbour");

        var here = await desk.RunAsync("find tone", "terminal:harbour", Role.Reader);
        var everywhere = await desk.SayAsync(here.Body.Buttons.ShouldHaveSingleItem().Command, "terminal:harbour");

        PostText.Write(here.Body).ShouldStartWith("“tone”: 1 found in Dock strike\n“The tone is rough”");
        everywhere.ShouldContain("2 found");
        everywhere.ShouldContain("US–Japan automotive talks · ");
        (await desk.SayAsync("find us-japan-autos tone", "terminal:harbour")).ShouldContain("“His tone changed”");
    }

    [Fact]
    public async Task Other_pages_look_where_the_first_one_looked()
    {
        await using var desk = await NewsDesk.OpenAsync();
        for (var number = 1; number <= 12; number++)
        {
            await desk.SayAsync($"update add us-japan-autos tier:official \"rice talk {number}\" \"a US official\"");
        }

        var first = await desk.RunAsync("find rice talk", "terminal:desk", Role.Reader);
        var second = await desk.SayAsync(first.Body.Buttons.Single(button => button.Label == PostFit.More).Command);

        PostText.Write(first.Body).ShouldStartWith("“rice talk”: 12 found, page 1 of 2\n");
        second.ShouldContain("rice talk 1”");
        second.ShouldContain("rice talk 2”");
    }

    [Theory]
    [InlineData("find", "words")]
    [InlineData("find \"– %\"", "“– %” has no letter and no digit to look for; write a word.")]
    [InlineData("find talks:nowhere words:tone", "No talks have that name; /talks list shows those there are.")]
    [InlineData("find us-japan-auto tone", "No talks have that name; did you mean us-japan-autos?")]
    [InlineData("find tone page:3", "There is only page 1.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await FillAsync(desk);

        (await desk.RefusedAsync(line)).ShouldContain(why);
    }

    /// <summary>The fastest of five, since other work may stand in the way of any of them.</summary>
    [Fact]
    public async Task Ten_thousand_updates_are_answered_within_a_tenth_of_a_second()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos tier:official \"The quota of so many thousand tons stands as it was, said one of them late at night\" \"a US official\"");
        await desk.ReadAsync(db => MultiplyAsync(db, 10_000));
        var best = TimeSpan.MaxValue;

        for (var turn = 0; turn < 5; turn++)
        {
            var watch = Stopwatch.StartNew();
            (await desk.SayAsync("find quota stands")).ShouldContain("10000 found");
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, watch.Elapsed.Ticks));
        }

        best.ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
    }

    private static async Task FillAsync(NewsDesk desk)
    {
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"luxury cars\" consequence:\"100% on Lexus and Acura\"");
        await desk.SayAsync("session add us-japan-autos \"28 Jun 1995 11am Geneva\" who:\"Kantor and Hashimoto\"");
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by Washington officials\"");
        await desk.SayAsync("update add us-japan-autos tier:official \"Na rzecz: pokój\" \"a Polish official\"");
        await desk.SayAsync("point add us-japan-autos enforcement");
        await desk.SayAsync("point set us-japan-autos P1 side:US wording:\"numbers for dealerships\"");
    }

    /// <summary>The update so many times, under other numbers.</summary>
    private static Task<int> MultiplyAsync(TalksDb db, int count)
    {
        var columns = string.Join(", ", db.Model.FindEntityType(typeof(Update))!.GetProperties().Select(property => $"\"{property.GetColumnName()}\"").Except(["\"Id\"", "\"Number\""]));
        var sql = $"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO \"Updates\" (\"Number\", {columns}) SELECT n.i, {columns} FROM n, \"Updates\" WHERE \"Number\" = 1";
        return db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }
}
