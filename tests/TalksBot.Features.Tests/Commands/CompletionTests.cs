using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Commands;

/// <summary>What is offered while a value is being typed.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("deadline add", "")]
    [InlineData("deadline add", "17:00")]
    [InlineData("deadline add", "fri")]
    [InlineData("deadline add", "mon 9:30")]
    [InlineData("session add", "")]
    [InlineData("session add", "11:59")]
    public async Task Times_to_come_are_offered_once_each(string path, string typed)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var offered = await OfferAsync(desk, path, "at", typed);

        offered.ShouldNotBeEmpty();
        offered.Select(offer => offer.Label).Distinct().Count().ShouldBe(offered.Count);
        offered.ShouldAllBe(offer => !offer.Label.Contains(" ago:"));
    }

    [Fact]
    public async Task What_has_happened_is_offered_in_the_past()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"today 11:00am\"");

        var offered = await OfferAsync(desk, "session start", "at", "", ("session", "S1"));

        offered.ShouldNotBeEmpty();
        offered.ShouldAllBe(offer => offer.Label.Contains(" ago:"));
    }

    [Fact]
    public async Task A_moved_time_is_read_as_the_command_will_read_it()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var offered = await OfferAsync(desk, "deadline move", "at", "18:30", ("deadline", "D1"));

        offered.ShouldHaveSingleItem().Label.ShouldContain("18:30 Washington Wed 28 Jun");
    }

    [Fact]
    public async Task A_number_typed_means_that_number_first_and_the_newest_before_the_older()
    {
        await using var desk = await TestDesk.FoundingAsync();
        foreach (var number in Enumerable.Range(1, 13))
        {
            await desk.DoneAsync($"/talks update add us-japan-autos \"word {number} of 3\" \"US officials\" tier:official");
        }

        (await OfferAsync(desk, "update kill", "update", "3")).Take(2).Select(offer => offer.Value).ShouldBe(["#3", "#13"]);
        (await OfferAsync(desk, "update kill", "update", "#1")).Select(offer => offer.Value).ShouldBe(["#1", "#13", "#12", "#11", "#10"]);
        (await OfferAsync(desk, "update kill", "update", "")).Take(3).Select(offer => offer.Value).ShouldBe(["#13", "#12", "#11"]);
    }

    [Theory]
    [InlineData("Ask", true)]
    [InlineData("TwentyFour", false)]
    public async Task A_desk_of_24_hours_is_not_asked_am_or_pm(string hours, bool asked)
    {
        await using var desk = await TestDesk.FoundingAsync(new KeyValuePair<string, string?>("TalksBot:Desk:Hours", hours));

        var reply = await desk.SayAsync("/talks deadline add us-japan-autos \"28 Jun 10:00\" \"the vote\"");

        reply.Refused.ShouldBe(asked);
        (await OfferAsync(desk, "deadline add", "at", "28 Jun 10:00")).Count.ShouldBe(asked ? 2 : 1);
    }

    private static async Task<IReadOnlyList<Completion>> OfferAsync(TestDesk desk, string path, string parameter, string typed, params (string Name, string Value)[] given)
    {
        var commands = await desk.WithAsync(services => Task.FromResult(services.GetRequiredService<ICommandDesk>()));
        var values = given.Append(("talks", "us-japan-autos")).ToDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);
        var caller = new Caller("Anna", Role.Editor, ChannelAddress.TryParse("terminal:desk", out var channel) ? channel : throw new InvalidOperationException());
        return await commands.CompleteAsync(commands.Book.Find(path)!, parameter, typed, values, caller, TestContext.Current.CancellationToken);
    }
}
