using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Features;
using TalksBot.Features.Settings;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;

namespace TalksBot.Tests.House;

/// <summary>appsettings.example.json shows every setting there is, at its default.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        (StorageOptions.Section, typeof(StorageOptions)),
        (BackupOptions.Section, typeof(BackupOptions)),
        (DeskOptions.Section, typeof(DeskOptions)),
        (TerminalOptions.Section, typeof(TerminalOptions)),
        (WebOptions.Section, typeof(WebOptions)),
        (FetchOptions.Section, typeof(FetchOptions)),
    ];

    private static readonly IConfiguration Example = new ConfigurationBuilder()
        .AddJsonFile(Checkout.File("appsettings.example.json"), optional: false)
        .Build();

    [Fact]
    public async Task The_program_would_start_with_it()
    {
        await using var services = Bind();

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void It_names_every_setting_and_nothing_else()
    {
        var settings = Sections.SelectMany(section => section.Options.GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => $"{section.Section}:{property.Name}"));

        Named(Example).ShouldBe(settings, ignoreOrder: true);
    }

    [Fact]
    public async Task The_record_is_kept_where_it_is_by_default()
    {
        await using var services = Bind();

        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;

        (storage.Provider, storage.ConnectionString).ShouldBe((new StorageOptions().Provider, new StorageOptions().ConnectionString));
    }

    [Fact]
    public async Task The_desk_has_its_default_habits()
    {
        await using var services = Bind();

        var desk = services.GetRequiredService<IOptions<DeskOptions>>().Value;

        desk.HomeClock.ShouldBe(new DeskOptions().HomeClock);
        desk.WallClocks.ShouldBe(new DeskOptions().WallClocks);
        desk.CountdownLadder.ShouldBe(new DeskOptions().CountdownLadder);
        desk.OperationsChannel.ShouldBe(new DeskOptions().OperationsChannel);
    }

    [Fact]
    public async Task The_terminal_takes_part_as_by_default()
    {
        await using var services = Bind();

        var terminal = services.GetRequiredService<IOptions<TerminalOptions>>().Value;

        (terminal.Enabled, terminal.Format).ShouldBe((new TerminalOptions().Enabled, new TerminalOptions().Format));
        terminal.FirstAddress.ShouldBe(new TerminalOptions().FirstAddress);
    }

    private static ServiceProvider Bind() => new ServiceCollection()
        .AddSingleton(Example)
        .AddStorage()
        .AddDesk()
        .AddTerminal(_ => "unused", services => services.GetRequiredService<IOptions<DeskOptions>>().Value.HomeClock)
        .BuildServiceProvider();

    /// <summary>The keys that hold a value; the entries of a list count as the list.</summary>
    private static IEnumerable<string> Named(IConfiguration settings) => settings.AsEnumerable()
        .Where(pair => pair.Value is not null)
        .Select(pair => pair.Key.TrimEnd("0123456789".ToCharArray()).TrimEnd(':'))
        .Distinct(StringComparer.Ordinal);
}
