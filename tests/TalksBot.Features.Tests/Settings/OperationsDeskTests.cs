using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Tests.Settings;

public sealed class OperationsDeskTests
{
    [Theory]
    [InlineData("", "terminal:desk", "terminal")]
    [InlineData("", "terminal:desk", "discord:main", "terminal")]
    [InlineData("", null, "discord:main")]
    [InlineData("discord:main/7", "discord:main/7", "discord:main", "terminal")]
    [InlineData("", "terminal:desk")]
    public void Is_where_it_is_set_else_at_the_terminal_else_nowhere(string set, string? channel, params string[] connections)
    {
        var desk = new OperationsDesk(Options.Create(new DeskOptions { OperationsChannel = set }), connections.Select(name => new KnownConnection(name)), []);

        (desk.Channel?.ToString()).ShouldBe(channel);
    }

    [Theory]
    [InlineData("terminal:desk", true, "terminal")]
    [InlineData("terminal:desk", false, "discord:main")]
    [InlineData("discord:night/7", false, "discord:main")]
    [InlineData("", true, "discord:main")]
    public void A_channel_that_is_set_must_be_served(string set, bool isFine, params string[] connections) =>
        new OperationsValidator(connections.Select(name => new KnownConnection(name)))
            .Validate(name: null, new DeskOptions { OperationsChannel = set }).Succeeded.ShouldBe(isFine);
}
