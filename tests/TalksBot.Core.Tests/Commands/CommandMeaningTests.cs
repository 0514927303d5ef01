using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Core.Tests.Commands;

/// <summary>A command that is not known is answered with those that do the same kind of thing, never with one that ends it.</summary>
public sealed class CommandMeaningTests
{
    private static readonly CommandBook _book = new(
        new[]
        {
            "open", "set", "status", "list", "suspend", "resume", "close", "reopen", "outcome", "cancel",
            "deadline add", "deadline set", "deadline move", "deadline met", "deadline lapsed", "deadline withdraw", "deadline list",
            "session add", "session move", "session start", "session end", "session cancel", "session list",
            "update add", "update correct", "update kill", "update dispute", "update approve", "update reject",
            "point add", "point set", "point settle", "follow add", "follow remove", "follow set", "follow show",
        }.Select(path => new CommandSpec(path, "does it", Role.Reader, [])));

    [Theory]
    [InlineData("deadline edit D1", "deadline set|deadline move")]
    [InlineData("deadline change D1", "deadline set|deadline move")]
    [InlineData("deadline postpone D1", "deadline move")]
    [InlineData("deadline delay D1", "deadline move")]
    [InlineData("deadline cancel D1", "deadline withdraw")]
    [InlineData("deadline delete D1", "deadline withdraw")]
    [InlineData("deadline remove D1", "deadline withdraw")]
    [InlineData("session set S1", "session move")]
    [InlineData("session rename S1", "session move")]
    [InlineData("session reschedule S1", "session move")]
    [InlineData("session delete S1", "session cancel")]
    [InlineData("session finish S1", "session end")]
    [InlineData("session stop S1", "session end")]
    [InlineData("session begin S1", "session start")]
    [InlineData("update edit #1", "update correct")]
    [InlineData("update retract #1", "update kill")]
    [InlineData("update delete #1", "update kill")]
    [InlineData("follow unfollow", "follow remove")]
    [InlineData("point resolve P1", "point settle")]
    [InlineData("postpone D1", "deadline move|session move")]
    [InlineData("rename", "set|deadline set|point set|follow set")]
    [InlineData("pause", "suspend")]
    [InlineData("deadline mvoe D1", "deadline move")]
    [InlineData("session edn S1", "session end")]
    [InlineData("deadline withdarw D1", "deadline withdraw")]
    public void Offers_what_does_the_same(string line, string offered) => Offered(line).ShouldBe(offered.Split('|'));

    [Theory]
    [InlineData("session sit S1")]
    [InlineData("session and S1")]
    [InlineData("session send S1")]
    [InlineData("deadline pet D1")]
    [InlineData("deadline let D1")]
    [InlineData("update bill #1")]
    [InlineData("rename")]
    [InlineData("session set S1")]
    public void Never_offers_an_ending_for_what_ends_nothing(string line)
    {
        string[] endings = ["end", "met", "lapsed", "withdraw", "cancel", "kill", "settle", "close", "suspend", "resume"];

        Offered(line).Select(path => path.Split(' ').Last()).Intersect(endings).ShouldBeEmpty();
    }

    private static IEnumerable<string> Offered(string line) =>
        CommandLine.Read(_book, line, new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk")))
            .ShouldBeOfType<CommandReading.Refused>().Reply.Body.Buttons.Select(button => button.Label);
}
