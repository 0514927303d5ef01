using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class TerminalSetupTests
{
    [Fact]
    public void Needs_no_configuration()
    {
        using var services = Services([]);

        services.GetRequiredService<IPlatform>().Name.ShouldBe("terminal");
        services.GetRequiredService<ITerminalRenderer>().ShouldBeOfType<CardRenderer>();
        services.GetRequiredService<TerminalKeyboard>().Caller.Channel.ShouldBe(Some.Channel);
    }

    [Fact]
    public void Takes_what_is_configured()
    {
        using var services = Services(new() { ["Format"] = "json", ["Channels:0"] = "wire", ["Channels:1"] = "desk" });

        services.GetRequiredService<ITerminalRenderer>().ShouldBeOfType<JsonRenderer>();
        services.GetRequiredService<TerminalKeyboard>().Caller.Channel.ToString().ShouldBe("terminal:wire");
    }

    [Theory]
    [InlineData("Enabled", "perhaps", "TalksBot:Platforms:Terminal:Enabled must be auto, true or false; remove it to mean auto.")]
    [InlineData("Format", "Xml", "TalksBot:Platforms:Terminal:Format must be Cards or Json; remove it to mean Cards.")]
    [InlineData("Channels:0", "the desk", "TalksBot:Platforms:Terminal:Channels holds \"the desk\", which cannot be a channel's name; use letters, digits and hyphens, such as desk.")]
    [InlineData("Channels:0", "a/b", "TalksBot:Platforms:Terminal:Channels holds \"a/b\", which cannot be a channel's name; use letters, digits and hyphens, such as desk.")]
    public void Says_which_setting_is_wrong_and_how_to_mend_it(string key, string value, string message)
    {
        using var services = Services(new() { [key] = value });

        var refusal = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<TerminalOptions>>().Value);

        refusal.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("auto", false, true)]
    [InlineData("auto", true, false)]
    [InlineData("True", true, true)]
    [InlineData("false", false, false)]
    public void Is_there_when_nothing_else_is(string enabled, bool hasOther, bool expected) =>
        new TerminalOptions { Enabled = enabled }.IsEnabled(hasOther).ShouldBe(expected);

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => $"TalksBot:Platforms:Terminal:{pair.Key}", pair => pair.Value))
            .Build())
        .AddSingleton<IClock>(new FakeClock(Some.Moment))
        .AddTerminal(_ => "terminal.jsonl", _ => new WallClock("", DateTimeZone.Utc))
        .AddTerminalCommands(_ => "typed")
        .BuildServiceProvider();
}
