using TalksBot.Hosting;

namespace TalksBot.Tests.Hosting;

public sealed class ReadyWordingTests
{
    [Theory]
    [InlineData("Type /talks help", "terminal")]
    [InlineData("Use /talks on discord:main", "discord:main")]
    [InlineData("Use /talks on discord:main and discord:night", "discord:main", "discord:night")]
    [InlineData("Type /talks help, or use /talks on discord:main", "discord:main", "terminal")]
    [InlineData("No platform is connected")]
    public void Says_where_commands_are_given(string words, params string[] connections) =>
        ReadyWording.Invite(connections).ShouldBe(words);
}
