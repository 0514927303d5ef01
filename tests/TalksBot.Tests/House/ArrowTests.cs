using System.Reflection;
using TalksBot.Core.Commands;
using TalksBot.Features;
using TalksBot.Storage;
using TalksBot.Terminal;

namespace TalksBot.Tests.House;

/// <summary>The arrows between the projects, read from the assemblies themselves.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Core = typeof(CommandSpec).Assembly;
    private static readonly Assembly Storage = typeof(TalksDb).Assembly;
    private static readonly Assembly Features = typeof(FeaturesSetup).Assembly;
    private static readonly Assembly Terminal = typeof(TerminalOptions).Assembly;

    [Fact]
    public void Core_knows_no_database_no_scheduler_and_no_other_project() =>
        References(Core).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "NodaTime" || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    [Fact]
    public void Storage_knows_only_the_core() => Own(Storage).ShouldBe(["TalksBot.Core"]);

    [Fact]
    public void Features_knows_the_core_and_storage() => Own(Features).ShouldBe(["TalksBot.Core", "TalksBot.Storage"], ignoreOrder: true);

    [Fact]
    public void An_adapter_knows_only_the_core() => Own(Terminal).ShouldBe(["TalksBot.Core"]);

    [Fact]
    public void Quartz_is_known_in_features_alone()
    {
        References(Features).ShouldContain("Quartz");
        new[] { Core, Storage, Terminal }.SelectMany(References).ShouldNotContain("Quartz");
    }

    [Fact]
    public void Entity_Framework_is_known_in_storage_and_features_alone() =>
        new[] { Core, Terminal }.SelectMany(References).ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    private static IEnumerable<string> Own(Assembly assembly) =>
        References(assembly).Where(name => name.StartsWith("TalksBot", StringComparison.Ordinal));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
