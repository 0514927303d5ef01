using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Commands;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class SlashCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_in_private()
    {
        await using var rig = await CommandRig.StartAsync();

        var answer = await rig.RunAsync(rig.Cleo, "help");

        answer.Kind.ShouldBe(DiscordAnswerKind.Message);
        answer.Message!.Ephemeral.ShouldBeTrue();
        rig.Discord.Messages(rig.Channel).ShouldBeEmpty();
        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_named_is_refused_in_private()
    {
        var elsewhere = 0UL;
        await using var rig = await CommandRig.StartAsync(
            CommandRig.Fast, rig => [new($"{DiscordOptions.Section}:main:GuildIds:0", $"{rig.Guild}"), new($"{DiscordOptions.Section}:main:GuildIds:1", $"{elsewhere = rig.Discord.AddGuild("Elsewhere")}")], _ => { });
        var channel = rig.Discord.AddChannel(elsewhere, "general");
        var eve = rig.Discord.AddPerson(elsewhere, "eve");
        await Eventually.IsTrueAsync(() => rig.Discord.Commands(elsewhere).Count == 2);
        await rig.RestartBotAsync();

        var answer = await rig.Discord.RunCommandAsync(eve, channel, "talks help", [], Token);
        var offered = await rig.Discord.AutocompleteAsync(eve, channel, "talks status", new() { ["talks"] = "" }, "talks", Token);

        CommandRig.Text(answer).ShouldContain("TalksBot works for another server and takes no commands here.");
        answer.Message!.Ephemeral.ShouldBeTrue();
        offered.Choices.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_command_is_acknowledged_in_time_and_answered_later()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(4) };
        await using var rig = await StartAsync(desk);

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "slow"));

        answer.Deferred.ShouldBeTrue();
        answer.Took.ShouldBeLessThan(TimeSpan.FromSeconds(2.5));
        answer.Message!.Ephemeral.ShouldBeTrue();
        CommandRig.Text(answer).ShouldContain("noted slow");
        desk.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_interaction_told_twice_runs_once()
    {
        var desk = new WatchedDesk();
        await using var rig = await StartAsync(desk);
        rig.Discord.Faults.DuplicateNextDispatch();

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "twice"));
        await rig.RunAsync(rig.Cleo, "note", ("text", "after"));

        CommandRig.Text(answer).ShouldContain("noted twice");
        desk.Calls.Select(call => call["text"]).ShouldBe(["twice", "after"]);
    }

    [Theory]
    [InlineData(RestFaultKind.DropAfterCommit)]
    [InlineData(RestFaultKind.DropBeforeCommit)]
    [InlineData(RestFaultKind.BadGateway)]
    public async Task An_answer_that_is_lost_on_the_way_is_given_again(RestFaultKind fault)
    {
        var desk = new WatchedDesk();
        await using var rig = await StartAsync(desk);
        rig.Discord.Faults.Add(new RestFault(fault) { Operation = "create_interaction_response" });

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "lost"));

        CommandRig.Text(answer).ShouldContain("noted lost");
        desk.Calls.Count.ShouldBe(1);
        rig.Discord.Messages(rig.Channel, rig.Cleo).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_whose_answer_comes_too_late_is_owned_up_to_in_the_channel()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(2) };
        await using var rig = await StartAsync(desk, new DiscordSimulatorOptions { InteractionTokenLife = TimeSpan.FromSeconds(1.9) });

        var asking = rig.RunAsync(rig.Cleo, "note", ("text", "late"));
        await Eventually.IsTrueAsync(() => rig.Discord.Messages(rig.Channel).Count == 1);

        var notice = rig.Discord.Messages(rig.Channel).ShouldHaveSingleItem();
        notice.Content.ShouldContain("was carried out");
        notice.Pings.Users.ShouldBe([$"{rig.Cleo}"]);
        desk.Calls.Count.ShouldBe(1);
        await Should.ThrowAsync<TimeoutException>(asking);
    }

    [Fact]
    public async Task Everything_a_person_types_stays_words()
    {
        await using var rig = await CommandRig.StartAsync();

        var answer = await rig.RunAsync(rig.Cleo, "help", ("command", "@everyone **x** `y` [a](https://evil.example) <@1>"));

        answer.Message!.Pings.Everyone.ShouldBeFalse();
        answer.Message.Pings.Users.ShouldBeEmpty();
        answer.Message.Content.ShouldNotContain("**x**");
    }

    private static Task<CommandRig> StartAsync(WatchedDesk desk, DiscordSimulatorOptions? options = null) => CommandRig.StartAsync(
        options ?? CommandRig.Fast, _ => [], services => services.Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk)));
}
