using System.Globalization;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Processes;

namespace TalksBot.Tests.Outsiders;

/// <summary>Mail and push in the program as people run it.</summary>
[Collection(nameof(ProcessTests))]
public sealed class MailSettingsTests : IDisposable
{
    private readonly TestDatabase _database = new();

    [Fact]
    public async Task Check_says_what_is_wrong_with_them_and_whose_digest_leads_nowhere()
    {
        var around = With(
            ("Mail__Host", "localhost"), ("Mail__Port", "1"), ("Mail__Security", "None"), ("Mail__From", "talks@example.org"), ("Mail__To", "ops@example.org"),
            ("Mail__Digests__0__To", "editor@example.org"), ("Mail__Digests__0__Talks", "steel"), ("Push__Url", "http://127.0.0.1:1/desk"));

        var ran = await BotProcess.RunAsync(_database.Folder, around, "check", "--database", _database.File);

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("mail:ops@example.org cannot be posted to: the mail server cannot be reached. Compare Host, Port and Security under TalksBot:Mail with what the mail server asks for.");
        ran.Error.ShouldContain("mail:editor@example.org cannot be posted to");
        ran.Error.ShouldContain("push:topic cannot be posted to: the push server cannot be reached");
        ran.Error.ShouldContain("Digests of \"steel\" are subscribed to, but no talks are called that");
    }

    [Fact]
    public async Task What_cannot_be_used_stops_the_program_with_its_keys()
    {
        var around = With(("Mail__Host", "smtp.example.org"), ("Mail__Port", "abc"), ("Mail__From", "talks"), ("Mail__Password", "s3cret"), ("Mail__UserName", "desk"));

        var ran = await BotProcess.RunAsync(_database.Folder, around, "--database", _database.File);

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldContain("TalksBot:Mail:Port is \"abc\"");
        ran.Error.ShouldContain("TalksBot:Mail:From has \"talks\"");
        ran.Error.ShouldNotContain("s3cret");
        ran.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_worker_without_them_loads_nothing_of_mail_and_one_with_them_still_takes_commands_at_the_terminal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process has loaded.");
        using (var without = await BotProcess.StartWorkerAsync(_database.File))
        {
            (await LoadedAsync(without)).ShouldNotContain("Mail");
            await without.TerminateAsync();
        }

        using var with = await BotProcess.StartWorkerAsync(_database.File, With(("Mail__Host", "localhost"), ("Mail__Port", "1"), ("Mail__Security", "None"), ("Mail__From", "talks@example.org"), ("Mail__To", "ops@example.org")));
        await with.TypeAsync("/talks open steel \"Steel talks\"");
        await with.LineAsync(line => line.Contains("Opened steel", StringComparison.Ordinal));

        with.Opening[^1].ShouldContain("Type /talks help;");
    }

    public void Dispose() => _database.Dispose();

    private static Task<string> LoadedAsync(BotProcess worker) =>
        File.ReadAllTextAsync($"/proc/{worker.Id.ToString(CultureInfo.InvariantCulture)}/maps", TestContext.Current.CancellationToken);

    private static Surroundings With(params (string Key, string Value)[] settings) => new() { Environment = settings.ToDictionary(setting => $"TalksBot__{setting.Key}", setting => setting.Value) };
}
