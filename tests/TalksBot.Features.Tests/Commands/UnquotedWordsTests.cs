using TalksBot.Core.Commands;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Commands;

/// <summary>Commands typed without quotes: understood whole, or asked with the ways they may be meant, and nothing recorded.</summary>
public sealed class UnquotedWordsTests
{
    [Theory]
    [InlineData("5pm Friday the vote", "Fri 30 Jun 1995 17:00 Geneva", "the vote")]
    [InlineData("noon tomorrow the vote", "Wed 28 Jun 1995 12:00 Geneva", "the vote")]
    [InlineData("17:00 Tokyo the vote", "Tue 27 Jun 1995 17:00 Tokyo", "the vote")]
    [InlineData("5pm ET the vote", "Tue 27 Jun 1995 17:00 Washington", "the vote")]
    [InlineData("23:59 on Friday the vote", "Fri 30 Jun 1995 23:59 Geneva", "the vote")]
    [InlineData("tomorrow 5pm 3 ministers meet", "Wed 28 Jun 1995 17:00 Geneva", "3 ministers meet")]
    [InlineData("30 June 17:00 - end of talks", "Fri 30 Jun 1995 17:00 Geneva", "end of talks")]
    public async Task The_longest_time_is_the_time(string words, string at, string label)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync($"/talks deadline add us-japan-autos {words}");

        var deadline = (await desk.TalksAsync()).Deadlines[^1];
        TimeWording.Full(deadline.At).ShouldBe(at);
        deadline.Label.ShouldBe(label);
    }

    [Theory]
    [InlineData("17:00 Central bank decision", "Tue 27 Jun 1995 17:00 Chicago: bank decision|Tue 27 Jun 1995 17:00 Geneva: Central bank decision")]
    [InlineData("17:00 London summit ends", "Tue 27 Jun 1995 17:00 London: summit ends|Tue 27 Jun 1995 17:00 Geneva: London summit ends")]
    [InlineData("17:00 Friday may slip", "Fri 30 Jun 1995 17:00 Geneva: may slip")]
    [InlineData("5pm met the minister", "Tue 27 Jun 1995 17:00 Geneva: met the minister|*")]
    [InlineData("5pm AT the vote", "Tue 27 Jun 1995 17:00 Halifax|Tue 27 Jun 1995 17:00 Puerto Rico")]
    [InlineData("5pm CST the vote", "Tue 27 Jun 1995 17:00 Beijing|*")]
    [InlineData("28 Jun the vote", "Wed 28 Jun 1995 12:00 Geneva|Wed 28 Jun 1995 23:59 Geneva")]
    [InlineData("14:00-16:00 the vote", "Tue 27 Jun 1995 14:00 Geneva|Tue 27 Jun 1995 16:00 Geneva")]
    public async Task What_could_belong_to_the_time_is_asked(string words, string choices)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.RefusedAsync($"/talks deadline add us-japan-autos {words}");

        var reply = await desk.SayAsync($"/talks deadline add us-japan-autos {words}");
        foreach (var choice in choices.Split('|').Where(choice => choice != "*"))
        {
            reply.Body.Buttons.Select(button => button.Label).ShouldContain(choice);
        }

        (await desk.SayAsync(reply.Body.Buttons[0].Command)).Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("15pm the vote")]
    [InlineData("5pm UTC+15 the vote")]
    [InlineData("the vote 5pm Friday")]
    [InlineData("sometime the vote")]
    public async Task What_is_no_time_is_refused(string words)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.RefusedAsync($"/talks deadline add us-japan-autos {words}");
    }

    [Theory]
    [InlineData("Mayor says no vote tonight a city official tier:unnamed")]
    [InlineData("\"x\" a senior official embargo in 3h tier:unnamed")]
    [InlineData("\"x\" a senior official priority urgent tier:unnamed")]
    [InlineData("\"x\" a senior official tier unnamed")]
    public async Task Words_that_cannot_be_told_apart_record_nothing(string words)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.RefusedAsync($"/talks update add us-japan-autos {words}", Role.Reporter);
    }

    [Fact]
    public async Task The_choice_puts_text_and_source_where_they_belong()
    {
        await using var desk = await TestDesk.FoundingAsync();
        var reply = await desk.SayAsync("/talks update add us-japan-autos Mayor says no vote tonight a city official tier:unnamed");

        await desk.DoneAsync(reply.Body.Buttons[0].Command);

        var update = (await desk.TalksAsync()).Updates[^1];
        update.Text.ShouldBe("Mayor says no vote tonight");
        update.Attribution.ShouldBe("a city official");
    }

    [Fact]
    public async Task An_embargo_without_its_colon_is_one_when_it_is_chosen()
    {
        await using var desk = await TestDesk.FoundingAsync();
        var reply = await desk.SayAsync("/talks update add us-japan-autos \"x\" a senior official embargo in 3h tier:unnamed");

        await desk.DoneAsync(reply.Body.Buttons[0].Command);

        var update = (await desk.TalksAsync()).Updates[^1];
        update.IsPublic.ShouldBeFalse();
        update.Attribution.ShouldBe("a senior official");
        update.Embargo.ShouldNotBeNull().ToInstant().ShouldBe(TestDesk.Morning + Duration.FromHours(3));
    }
}
