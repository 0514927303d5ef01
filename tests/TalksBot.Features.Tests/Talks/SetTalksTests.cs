using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Talks;

public sealed class SetTalksTests
{
    [Theory]
    [InlineData("title:\"Car talks\"", "Title: “US–Japan automotive talks” → “Car talks”")]
    [InlineData("venue:Bern", "Venue: “Geneva” → “Bern”")]
    [InlineData("venue:none", "Venue: “Geneva” → none")]
    [InlineData("venue:\"\"", "Venue: “Geneva” → none")]
    [InlineData("zone:Tokyo", "Zone: Europe/Zurich → Asia/Tokyo")]
    [InlineData("clocks:\"Tokyo, Geneva\"", "Clocks: America/New_York, Europe/Zurich, Asia/Tokyo → Asia/Tokyo, Europe/Zurich")]
    [InlineData("parties:\"US=United States; JP=Nippon; EU=European Union\"", "Parties: US=United States; JP=Japan → US=United States; JP=Nippon; EU=European Union")]
    [InlineData("principals:\"US: Mickey Kantor\"", "Parties: US=United States; JP=Japan → US=United States (Mickey Kantor); JP=Japan")]
    public async Task Says_what_changed_and_nothing_else(string typed, string changed)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync($"/talks set us-japan-autos {typed}");

        reply.Split('\n')[1..].ShouldBe([changed]);
        (await desk.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_instant_changes_and_what_is_shown_afterwards_is_on_the_new_clocks()
    {
        await using var desk = await TestDesk.FoundingAsync();
        var before = (await desk.TalksAsync()).Deadlines[0].At;

        await desk.DoneAsync("/talks set us-japan-autos zone:Tokyo clocks:Tokyo");

        (await desk.TalksAsync()).Deadlines[0].At.ShouldBe(before);
        (await desk.DoneAsync("/talks deadline list us-japan-autos")).ShouldContain("23:59 Washington Wed 28 Jun · 12:59 Tokyo Thu 29 Jun (+1)");
        (await desk.DoneAsync("/talks deadline list us-japan-autos")).ShouldNotContain("Geneva");
        (await desk.DoneAsync("/talks deadline add us-japan-autos \"30 Jun 17:00\" \"the list\"")).ShouldContain("17:00 Tokyo Fri 30 Jun");
    }

    [Fact]
    public async Task Sides_that_stay_keep_who_speaks_for_them()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks set us-japan-autos principals:\"US: Mickey Kantor; JP: Ryutaro Hashimoto\"");

        await desk.DoneAsync("/talks set us-japan-autos parties:\"JP=Japan; EU=European Union\"");

        (await desk.TalksAsync()).Parties.Select(party => (party.Code, string.Join(',', party.Principals))).ShouldBe([("JP", "Ryutaro Hashimoto"), ("EU", "")]);
    }

    [Theory]
    [InlineData("update add us-japan-autos \"They agree.\" \"a Japanese official\" tier:unnamed side:JP", "JP cannot be left out, as #1 names that side; keep JP among the parties, under another name if need be.")]
    [InlineData("update add us-japan-autos \"They agree.\" \"a Japanese official\" tier:unnamed side:JP embargo:\"in 6h\"", "JP cannot be left out, as #1 names that side; keep JP among the parties, under another name if need be.")]
    [InlineData("point set us-japan-autos P1 side:JP wording:\"voluntary plans\"", "JP cannot be left out, as P1 names that side; keep JP among the parties, under another name if need be.")]
    public async Task A_side_that_something_names_cannot_be_left_out(string line, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks point add us-japan-autos parts");
        await desk.DoneAsync($"/talks {line}");

        (await desk.RefusedAsync("/talks set us-japan-autos parties:\"US=United States\"")).ShouldBe(why);
        (await desk.RefusedAsync("/talks set us-japan-autos parties:none")).ShouldBe(why);
        (await desk.DoneAsync("/talks set us-japan-autos parties:\"US=United States; JP=Nippon\"")).ShouldContain("JP=Nippon");
    }

    [Fact]
    public async Task A_side_named_since_keeps_its_adding_from_being_undone()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks set us-japan-autos parties:\"US=United States; JP=Japan; EU=European Union\"");
        var key = (await desk.TalksAsync()).Changes[^1].Act;
        await desk.DoneAsync("/talks update add us-japan-autos \"They watch.\" \"an EU official\" tier:unnamed side:EU");

        (await desk.RefusedAsync($"/talks undo {key}")).ShouldStartWith("EU cannot be left out, as #1 names that side;");
    }

    [Fact]
    public async Task Is_undone_and_says_what_the_talks_read_again()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks set us-japan-autos title:\"Car talks\" venue:none");

        (await desk.DoneAsync("/talks undo")).ShouldContain("The talks read again: title “US–Japan automotive talks”, venue “Geneva”");

        var talks = await desk.TalksAsync();
        (talks.Title, talks.Venue).ShouldBe(("US–Japan automotive talks", "Geneva"));
    }

    [Fact]
    public async Task The_audit_keeps_both_and_the_news_tells_it()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks set us-japan-autos title:\"Car talks\" clocks:Tokyo");

        (await desk.DoneAsync("/talks audit us-japan-autos")).ShouldContain("us-japan-autos set: title “US–Japan automotive talks” → “Car talks”");
        (await desk.DoneAsync("/talks since 6h us-japan-autos")).ShouldContain("title “Car talks”, was “US–Japan automotive talks”");
        (await desk.TalksAsync()).Changes.Count(change => change.Verb is ChangeVerb.Set).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "Say what changes: title, parties, principals, venue, zone, clocks.")]
    [InlineData(" venue:Geneva", "us-japan-autos already reads like that; /talks status us-japan-autos shows it.")]
    [InlineData(" title:\"\"", "The title is empty; say it in words.")]
    [InlineData(" zone:Atlantis", "\"Atlantis\" is not a place or time zone I know.")]
    [InlineData(" clocks:none", "“none” is no clock;")]
    [InlineData(" parties:\"US\"", "Write the sides as")]
    [InlineData(" principals:\"EU: somebody\"", "Write who speaks for each side as")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.RefusedAsync($"/talks set us-japan-autos{typed}")).ShouldStartWith(why);
    }

    [Fact]
    public async Task Reads_the_same_in_a_file_of_the_record()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks set us-japan-autos title:\"Car talks\" venue:none zone:Tokyo clocks:\"HQ=Europe/Zurich\" principals:\"US: Mickey Kantor\"");

        var talks = await desk.TalksAsync();
        var filed = Core.Archive.TalksFile.Read(Core.Archive.TalksFile.Write([talks])).ShouldBeOfType<Core.Archive.TalksFileReading.Understood>().File.Talks.Single();

        Negotiation.Restore(filed).Changes.Select(change => ChangeWording.Of(change.After)).ShouldBe(talks.Changes.Select(change => ChangeWording.Of(change.After)));
        filed.Clocks.ShouldBe([new WallClock("HQ", DateTimeZoneProviders.Tzdb["Europe/Zurich"])]);
    }
}
