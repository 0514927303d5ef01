using Microsoft.Data.Sqlite;
using TalksBot.Simulators.Discord;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The verb that says what is amiss before anybody misses a post.</summary>
[Collection(nameof(ProcessTests))]
public sealed class CheckTests
{
    private const string Waiting = "discord:old is not configured, so 1 follow there waits unheard (discord:old/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_nothing_is_amiss()
    {
        using var database = new TestDatabase();

        var ran = await BotProcess.RunAloneAsync(database.Folder, "check", "--database", database.File);

        ran.ShouldBeDone();
        ran.Output.ShouldStartWith("terminal:desk can be posted to\nThe database has version 2026");
        ran.Output.ShouldContain(" free beside it\n");
        ran.Output.ShouldEndWith("\nNothing is amiss.\n");
    }

    [Fact]
    public async Task Names_a_copy_that_is_too_old_and_a_folder_of_copies_that_is_gone()
    {
        using var database = new TestDatabase();
        await BotProcess.RunAsync(database.Folder, "say", "/talks open steel \"Steel talks\"", "--database", database.File);
        await BotProcess.RunAsync(database.Folder, "backup", "--database", database.File);

        var fresh = await BotProcess.RunAsync(database.Folder, "check", "--database", database.File);
        await using (var connection = new SqliteConnection($"Data Source={database.File};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE \"Facts\" SET \"Value\" = CAST(CAST(\"Value\" AS INTEGER) - 2 * 864000000000 AS TEXT) WHERE \"Name\" = 'backed-up-at'";
            await command.ExecuteNonQueryAsync(Token);
        }

        var old = await BotProcess.RunAsync(database.Folder, "check", "--database", database.File);
        Directory.Delete(Path.Combine(database.Folder, "backups"), recursive: true);
        var gone = await BotProcess.RunAsync(database.Folder, "check", "--database", database.File);

        fresh.ShouldBeDone();
        fresh.Output.ShouldContain("The last good copy of the database was made at ");
        old.Error.ShouldStartWith("The last good copy of the database was made at ");
        old.Error.ShouldContain(": run backup to see what is wrong");
        old.ExitCode.ShouldBe(1);
        gone.Error.ShouldContain("backups is not there any more: mount its disk again");
        gone.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Names_a_role_on_a_connection_that_is_not_configured()
    {
        using var database = new TestDatabase();

        var ran = await BotProcess.RunAsync(
            database.Folder, Surroundings.With("TalksBot__Roles__editor__0", "discord:gone/role/5"), "check", "--database", database.File);

        ran.Error.ShouldBe(
            "TalksBot:Roles:editor:0 is \"discord:gone/role/5\", but no such connection is configured, so nobody has the role by it: "
            + "correct the connection's name, or remove the entry\n");
        ran.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Names_follows_on_a_connection_that_was_removed_and_so_does_the_start()
    {
        using var database = new TestDatabase();
        await using var discord = await DiscordSimulator.StartAsync(Token);
        var channel = discord.AddChannel(discord.AddGuild("newsroom"), "wire");
        var connected = Connected(discord);
        await BotProcess.RunAsync(database.Folder, connected, "say", "/talks open steel \"Steel talks\" follow:no zone:Geneva", "--database", database.File);
        var followed = await BotProcess.RunAsync(
            database.Folder, connected, "say", $"/talks follow add steel channel:discord:old/{channel}", "--yes", "--database", database.File);

        var before = await BotProcess.RunAsync(database.Folder, connected, "check", "--database", database.File);
        var after = await BotProcess.RunAsync(database.Folder, "check", "--database", database.File);
        using var worker = await BotProcess.StartWorkerAsync(database.File);

        followed.ShouldBeDone();
        before.ShouldBeDone();
        before.Output.ShouldContain($"discord:old/{channel} can be posted to\n");
        after.Error.ShouldStartWith(Waiting);
        after.Error.ShouldEndWith($"configure discord:old again, or end each with /talks follow remove steel channel:discord:old/{channel}\n");
        after.ExitCode.ShouldBe(1);
        worker.Opening.ShouldContain(line => line.Contains(Waiting, StringComparison.Ordinal), 1);
    }

    [Fact]
    public async Task Names_a_channel_that_cannot_be_posted_to_with_what_to_grant()
    {
        using var database = new TestDatabase();
        await using var discord = await DiscordSimulator.StartAsync(Token);
        var channel = discord.AddChannel(discord.AddGuild("newsroom"), "wire");
        await BotProcess.RunAsync(database.Folder, Connected(discord), "say", "/talks open steel \"Steel talks\" follow:no zone:Geneva", "--database", database.File);
        await BotProcess.RunAsync(
            database.Folder, Connected(discord), "say", $"/talks follow add steel channel:discord:old/{channel}", "--yes", "--database", database.File);
        discord.DenyBot(channel, Permissions.SendMessages);

        var ran = await BotProcess.RunAsync(database.Folder, Connected(discord), "check", "--database", database.File);

        ran.Error.ShouldContain($"discord:old/{channel} cannot be posted to: ");
        ran.Error.ShouldContain("Grant the bot's role Send Messages");
        ran.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_operations_channel_something_is_amiss()
    {
        using var database = new TestDatabase();
        await using var discord = await DiscordSimulator.StartAsync(Token);
        discord.AddChannel(discord.AddGuild("newsroom"), "wire");

        var ran = await BotProcess.RunAsync(database.Folder, Connected(discord), "check", "--database", database.File);

        ran.Output.ShouldContain("No operations channel is set, so only the log tells of failed posts");
        ran.Output.ShouldNotContain("Nothing is amiss");
    }

    [Fact]
    public async Task Names_a_token_that_Discord_does_not_accept_before_anything_follows()
    {
        using var database = new TestDatabase();
        await using var discord = await DiscordSimulator.StartAsync(Token);
        discord.RevokeToken();

        var ran = await BotProcess.RunAsync(database.Folder, Connected(discord), "check", "--database", database.File);

        ran.Error.ShouldContain("\ndiscord:old: Discord does not accept the token in TalksBot:Platforms:Discord:old:Token; make a new one");
        ran.ExitCode.ShouldBe(1);
    }

    private static Surroundings Connected(DiscordSimulator discord) => new()
    {
        Environment = new Dictionary<string, string>
        {
            ["TalksBot__Platforms__Discord__old__Token"] = discord.Token,
            ["TalksBot__Platforms__Discord__old__ApiUrl"] = $"{discord.ApiUrl}",
            ["TalksBot__Platforms__Discord__old__GuildIds__0"] = "1",
        },
    };
}
