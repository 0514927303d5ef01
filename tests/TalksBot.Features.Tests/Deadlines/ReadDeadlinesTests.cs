using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class ReadDeadlinesTests
{
    [Fact]
    public async Task List_shows_every_deadline_soonest_first()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline add us-japan-autos \"in 3h\" \"first list\"");

        var reply = await desk.DoneAsync("/talks deadline list", Role.Reader);

        reply.ShouldStartWith("US–Japan automotive talks: 2 deadlines\nD2 first list – in 3 h\n");
    }

    [Fact]
    public async Task History_tells_every_change_with_who_and_when()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline move us-japan-autos D1 +36h");

        var reply = await desk.DoneAsync("/talks deadline history us-japan-autos d1", Role.Reader);

        reply.ShouldStartWith("""
            History of D1: 100% tariffs on luxury cars
            D1 100% tariffs on luxury cars – in 3 d 9 h, moved
            11:59 Washington Fri 30 Jun · 17:59 Geneva Fri 30 Jun · 00:59 Tokyo Sat 1 Jul (+1)
            Changes
            Was Wed 28 Jun 1995 23:59 Washington, moved to Fri 30 Jun 1995 11:59 Washington by Anna on Tue 27 Jun 1995 02:00 Washington
            Set for Wed 28 Jun 1995 23:59 Washington by Anna on Tue 27 Jun 1995 02:00 Washington
            """);
    }

    [Fact]
    public async Task History_of_an_unknown_deadline_names_those_there_are()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync("/talks deadline history us-japan-autos D7");

        refusal.ShouldBe("These talks have no such deadline; there is D1.");
    }
}
