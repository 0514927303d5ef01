namespace TalksBot.Features.Tests.Talks;

public sealed class OpenTalksTests
{
    [Fact]
    public async Task Says_what_was_understood_and_what_comes_next()
    {
        await using var desk = await TestDesk.OpenAsync();

        var reply = await desk.DoneAsync("/talks open us-japan-autos \"US–Japan automotive talks\" zone:Geneva clocks:\"America/New_York, Geneva=Europe/Zurich\"");

        reply.ShouldBe("""
            Opened us-japan-autos: US–Japan automotive talks
            Times are read in: Geneva
            Clocks: Washington, Geneva
            Next: /talks follow add us-japan-autos, then /talks deadline add us-japan-autos …
            """);
    }

    [Fact]
    public async Task Keeps_the_sides_and_who_speaks_for_them()
    {
        await using var desk = await TestDesk.OpenAsync();

        await desk.DoneAsync("""
            /talks open us-japan-autos "Autos" parties:"us=United States; JP=Japan" principals:"US: Mickey Kantor, USTR; jp: Ryutaro Hashimoto"
            """);

        var parties = (await desk.TalksAsync()).Parties;
        parties.Select(party => (party.Code, party.Name, party.Principals.Single()))
            .ShouldBe([("US", "United States", "Mickey Kantor, USTR"), ("JP", "Japan", "Ryutaro Hashimoto")]);
    }

    [Theory]
    [InlineData("US-Japan \"Autos\"", "A slug has 2 to 60 lower-case letters")]
    [InlineData("us-japan-autos \"Autos\"", "Talks named us-japan-autos exist already; choose another slug")]
    [InlineData("autos \"Autos\" zone:CST", "CST is used for US Central, China and Cuba")]
    [InlineData("autos \"Autos\" zone:Atlantis", "\"Atlantis\" is not a place or time zone I know.")]
    [InlineData("autos \"Autos\" clocks:\"Geneva, Atlantis\"", "“Atlantis” is no clock; write zones such as")]
    [InlineData("autos \"Autos\" clocks:\",\"", "Name at least one clock")]
    [InlineData("autos \"Autos\" clocks:\"UTC,UTC,UTC,UTC,UTC,UTC,UTC,UTC,UTC\"", "Talks have at most 8 clocks; leave some out.")]
    [InlineData("autos \"Autos\" parties:\"United States\"", "Write the sides as \"US=United States; JP=Japan\"")]
    [InlineData("autos \"Autos\" parties:\"U:S=United States\"", "Write the sides as \"US=United States; JP=Japan\"")]
    [InlineData("autos \"Autos\" parties:\"US=United States; us=Japan\"", "US is named twice; give every side a code of its own.")]
    [InlineData("autos \"Autos\" parties:\"US=United States\" principals:\"JP: Hashimoto\"", "Write who speaks for each side as")]
    public async Task Refuses_what_it_cannot_keep(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks open {typed}");

        refusal.ShouldStartWith(why);
    }

    [Fact]
    public async Task Refuses_a_name_too_long_for_a_file_of_the_talks()
    {
        await using var desk = await TestDesk.OpenAsync();

        var refusal = await desk.RefusedAsync($"/talks open autos \"Autos\" parties:\"US={new string('a', 201)}\"");

        refusal.ShouldStartWith("Write the sides as");
    }

    [Fact]
    public async Task Is_for_editors()
    {
        await using var desk = await TestDesk.OpenAsync();

        var refusal = await desk.RefusedAsync("/talks open autos \"Autos\"", Core.Commands.Role.Reporter);

        refusal.ShouldBe("\"open\" needs the role editor; ask somebody who has it, or a chief to give it to you.");
    }
}
