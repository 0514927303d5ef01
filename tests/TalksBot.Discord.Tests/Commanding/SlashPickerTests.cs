using TalksBot.Core.Commands;
using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>People, roles and channels are picked in Discord's own way.</summary>
public sealed class SlashPickerTests
{
    private static readonly Snowflake Id = new(12345678901234567);

    [Fact]
    public void A_channel_is_picked_or_named_on_another_platform()
    {
        var options = SlashParameter.Of(new ParameterSpec("channel", ParameterKind.Channel, "the channel") { NamedOnly = true });

        options.Select(option => (option.Name, option.Type)).ShouldBe([("channel", CommandOptionType.Channel), ("elsewhere", CommandOptionType.Text)]);
        options[0].ChannelTypes!.ShouldContain(ChannelType.PublicThread);
        options.ShouldAllBe(option => option.Autocomplete == null);
    }

    [Fact]
    public void Whom_to_mention_is_picked_and_may_be_nobody()
    {
        var options = SlashParameter.Of(new ParameterSpec("mention", ParameterKind.Person, "whom") { NamedOnly = true });

        options.Select(option => (option.Name, option.Type)).ShouldBe([("mention", CommandOptionType.Mentionable), ("mention-nobody", CommandOptionType.Text)]);
        options[1].Choices!.Select(choice => choice.Name).ShouldBe(["nobody", "@here"]);
    }

    [Fact]
    public void Who_gets_a_role_is_picked_and_needed() =>
        SlashParameter.Of(new ParameterSpec("who", ParameterKind.Person, "who") { Required = true }).ShouldHaveSingleItem().Required.ShouldBe(true);

    [Theory]
    [InlineData(CommandOptionType.Channel, "discord:main/12345678901234567")]
    [InlineData(CommandOptionType.Role, "<@&12345678901234567>")]
    [InlineData(CommandOptionType.User, "<@12345678901234567>")]
    [InlineData(CommandOptionType.Mentionable, "<@&12345678901234567>")]
    [InlineData(CommandOptionType.Text, "12345678901234567")]
    public void What_was_picked_is_written_as_it_would_be_typed(CommandOptionType type, string written)
    {
        var resolved = new ResolvedData(Roles: new Dictionary<Snowflake, DiscordRole> { [Id] = null! });

        SlashPicker.Written(new InteractionOption("x", type, OptionValue.Of("12345678901234567")), resolved, "discord:main").ShouldBe(written);
    }

    [Fact]
    public void A_person_among_those_that_may_be_mentioned_is_no_role() =>
        SlashPicker.Written(new InteractionOption("x", CommandOptionType.Mentionable, OptionValue.Of("12345678901234567")), new ResolvedData(), "discord:main").ShouldBe("<@12345678901234567>");

    [Theory]
    [InlineData("elsewhere", "channel")]
    [InlineData("mention-nobody", "mention")]
    [InlineData("escalate-nobody", "escalate")]
    [InlineData("talks", "talks")]
    public void Its_second_option_means_the_same_parameter(string option, string parameter) =>
        SlashPicker.ParameterOf(new InteractionOption(option, CommandOptionType.Text)).ShouldBe(parameter);
}
