using System.Runtime.Versioning;
using TalksBot.Simulators.Discord;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Tokens that stand in files, as containers and systemd hand them over.</summary>
[Collection(nameof(ProcessTests))]
public sealed class SecretFileTests : IDisposable
{
    private const string TokenName = "TalksBot__Platforms__Discord__main__Token";
    private const string AddressName = "TalksBot__Platforms__Discord__main__ApiUrl";

    private readonly TestDatabase _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_token_in_a_file_connects_with_or_without_the_end_of_a_line(string end)
    {
        await using var discord = await DiscordSimulator.StartAsync(Token);
        await WriteAsync(TokenName, discord.Token + end);
        await WriteAsync(AddressName, $"{discord.ApiUrl}{end}");

        var ran = await InviteAsync();

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain("discord:main: https://");
        (ran.Output + ran.Error).ShouldNotContain(discord.Token);
    }

    [Fact]
    public async Task A_file_goes_before_the_environment_and_the_command_line_before_the_file()
    {
        await WriteAsync("TalksBot__Storage__ConnectionString", $"Data Source={_database.Folder}/of-file.db\n");
        var around = Around("TalksBot__Storage__ConnectionString", $"Data Source={_database.Folder}/of-environment.db");

        (await BotProcess.RunAsync(_database.Folder, around, "say", "/talks list")).ShouldBeDone();
        (await BotProcess.RunAsync(_database.Folder, around, "say", "/talks list", "--database", _database.File)).ShouldBeDone();

        Directory.EnumerateFiles(_database.Folder, "*.db").Select(Path.GetFileName).ShouldBe(["of-file.db", "talksbot.db"], ignoreOrder: true);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_that_hold_no_setting_are_named_and_nothing_of_them_is_shown()
    {
        var folder = await WriteAsync(TokenName, "\n");
        (await InviteAsync()).ShouldSay(2, $"The secret file {folder}/{TokenName} is empty; write the value into it, or take the file away.");

        await WriteAsync(TokenName, "very.secret\nthings");
        var lines = await InviteAsync();
        lines.ShouldSay(2, $"The secret file {folder}/{TokenName} has more than one line; put the value alone into it.");
        lines.Error.ShouldNotContain("secret\n");
        lines.Error.ShouldNotContain("things");

    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_of_somebody_elses_is_named()
    {
        var binds = Surroundings.WherePermissionsBind();
        var folder = await WriteAsync(TokenName, "x");
        File.SetUnixFileMode(Path.Combine(folder, TokenName), UnixFileMode.None);

        (await BotProcess.RunAsync(_database.Folder, Around() with { Starter = [.. binds.Starter.Select(word => word == "-dac_override" ? "-dac_override,-dac_read_search" : word)] }, "manifest", "discord"))
            .ShouldSay(2, $"The secret file {folder}/{TokenName} cannot be read by the user that runs TalksBot; grant that user read access.");
    }

    [Fact]
    public async Task A_token_that_is_refused_stands_in_no_line_of_the_log()
    {
        await using var discord = await DiscordSimulator.StartAsync(Token);
        await WriteAsync(TokenName, "a-token.that-nobody.knows");
        await WriteAsync(AddressName, $"{discord.ApiUrl}");
        var around = Around("Logging__LogLevel__Default", "Trace");

        using var worker = await BotProcess.StartWorkerAsync(_database.File, around);
        await Task.Delay(TimeSpan.FromSeconds(2), Token);
        await worker.InterruptAsync();

        string.Join('\n', worker.Opening.Concat(worker.Lines).Append(await worker.ErrorsAsync())).ShouldNotContain("that-nobody");
    }

    public void Dispose() => _database.Dispose();

    private Task<Ran> InviteAsync() => BotProcess.RunAsync(_database.Folder, Around(), "manifest", "discord");

    private Surroundings Around(params (string Name, string Value)[] more) => new()
    {
        Environment = more.Append(("CREDENTIALS_DIRECTORY", Path.Combine(_database.Folder, "credentials"))).ToDictionary(pair => pair.Item1, pair => pair.Item2),
    };

    private Surroundings Around(string name, string value) => Around((name, value));

    private async Task<string> WriteAsync(string name, string value)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_database.Folder, "credentials")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name), value, Token);
        return folder;
    }
}
