using TalksBot.Core.Times;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Tests.Settings;

public sealed class DeskHoursTests
{
    private const string Key = "TalksBot:Desk:Hours";

    [Fact]
    public async Task A_desk_on_24_hours_reads_an_hour_as_it_stands()
    {
        await using var desk = await TestDesk.FoundingAsync(new KeyValuePair<string, string?>(Key, "TwentyFour"));

        await desk.DoneAsync("/talks deadline add us-japan-autos \"29 Jun 10:00\" \"the list\"");

        TimeWording.Full((await desk.TalksAsync()).Deadlines[^1].At).ShouldBe("Thu 29 Jun 1995 10:00 Geneva");
    }

    [Fact]
    public async Task Any_other_desk_asks()
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.RefusedAsync("/talks deadline add us-japan-autos \"29 Jun 10:00\" \"the list\"")).ShouldBe("\"10:00\" could be am or pm.");
    }

    [Fact]
    public void Any_other_word_is_refused_with_those_there_are() =>
        new DeskOptionsValidator().Validate(name: null, new DeskOptions { Hours = "Military" }).FailureMessage!.ShouldContain("TalksBot:Desk:Hours is \"Military\"; write Ask or TwentyFour.");
}
