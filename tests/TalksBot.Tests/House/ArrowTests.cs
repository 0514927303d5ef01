using System.Reflection;
using TalksBot.Chat.Posting;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Features;
using TalksBot.Hosting;
using TalksBot.Mail;
using TalksBot.Simulators.Discord;
using TalksBot.Slack;
using TalksBot.Slack.Wire.Api;
using TalksBot.Storage;
using TalksBot.Terminal;
using TalksBot.Web;
using TalksBot.Webhook;

namespace TalksBot.Tests.House;

/// <summary>The arrows between the projects, read from the assemblies themselves.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Core = typeof(CommandSpec).Assembly;
    private static readonly Assembly Storage = typeof(TalksDb).Assembly;
    private static readonly Assembly Features = typeof(FeaturesSetup).Assembly;

    /// <summary>Every adapter there is; a new one is added here, and all the rules hold for it.</summary>
    private static readonly Assembly[] Adapters = [typeof(TerminalOptions).Assembly, typeof(DiscordOptions).Assembly, typeof(SlackOptions).Assembly, typeof(WebhookOptions).Assembly, typeof(MailOptions).Assembly];

    /// <summary>What every adapter may know besides the core: what all of them do the same way, and the client of its own platform.</summary>
    private static readonly Assembly Chat = typeof(CallFailure).Assembly;

    private static readonly Assembly Web = typeof(WebSetup).Assembly;

    private static readonly Assembly[] Wires = [typeof(DiscordRest).Assembly, typeof(SlackApi).Assembly];

    public static TheoryData<string> EveryAdapter => [.. Adapters.Select(adapter => adapter.GetName().Name!)];

    [Fact]
    public void Core_knows_no_database_no_scheduler_and_no_other_project() =>
        References(Core).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "NodaTime" || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    [Fact]
    public void Storage_knows_only_the_core() => Own(Storage).ShouldBe(["TalksBot.Core"]);

    [Fact]
    public void Features_knows_the_core_and_storage() => Own(Features).ShouldBe(["TalksBot.Core", "TalksBot.Storage"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(EveryAdapter))]
    public void An_adapter_knows_only_the_core_what_all_adapters_share_and_its_own_wire(string adapter) =>
        Own(Assembly.Load(adapter)).Except(["TalksBot.Chat", $"{adapter}.Wire"], StringComparer.Ordinal).ShouldBe(["TalksBot.Core"]);

    [Fact]
    public void What_all_adapters_share_knows_only_the_core() => Own(Chat).ShouldBe(["TalksBot.Core"]);

    [Fact]
    public void The_web_knows_the_core_and_features_and_only_the_program_knows_it()
    {
        Own(Web).ShouldBe(["TalksBot.Core", "TalksBot.Features"], ignoreOrder: true);
        Adapters.Append(Core).Append(Chat).Append(Storage).Append(Features).SelectMany(Own).ShouldNotContain("TalksBot.Web");
        References(Features).Concat(References(Storage)).ShouldNotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wire_knows_nothing_of_the_bot()
    {
        Wires.SelectMany(Own).ShouldBeEmpty();
        Wires.SelectMany(References).ShouldNotContain(name => name.StartsWith("NodaTime", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_platform_the_program_is_wired_with_is_listed_here() =>
        Own(typeof(DeskHost).Assembly).Select(Assembly.Load).Where(HasPlatform).ShouldBe(Adapters, ignoreOrder: true);

    [Fact]
    public void Quartz_is_known_in_features_alone()
    {
        References(Features).ShouldContain("Quartz");
        Adapters.Append(Core).Append(Chat).Append(Storage).Append(Web).SelectMany(References).ShouldNotContain("Quartz");
    }

    [Fact]
    public void Entity_Framework_is_known_in_storage_and_features_alone() =>
        Adapters.Append(Core).Append(Chat).Append(Web).SelectMany(References).ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void The_simulators_know_no_test_framework_and_nothing_of_the_bot()
    {
        var simulators = typeof(DiscordSimulator).Assembly;
        Own(simulators).ShouldBeEmpty();
        References(simulators).ShouldNotContain(name => name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || name == "Shouldly");
    }

    private static bool HasPlatform(Assembly assembly) => assembly.GetTypes().Any(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IPlatform)));

    private static IEnumerable<string> Own(Assembly assembly) =>
        References(assembly).Where(name => name.StartsWith("TalksBot", StringComparison.Ordinal));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
