using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Hosting;
using TalksBot.LocalCommands;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;

namespace TalksBot.Verbs;

/// <summary>Asks the running worker how it is, for people and for whatever watches it.</summary>
internal static class HealthVerb
{
    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var live = new Option<bool>("--live") { Description = "only whether the worker works, whatever platforms, disk and copies do" };
        var database = Options.Database();
        var health = new Command("health", "ask the running worker how it is: exit code 0 when nothing is amiss") { live, database };
        health.SetAction((parsed, token) => RunAsync(parsed.GetValue(live), parsed.GetValue(database), token));
        return health;
    }

    private static async Task<int> RunAsync(bool onlyLive, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        var file = host.Services.GetRequiredService<OpenDatabase>().File;
        var look = host.Services.GetRequiredService<TerminalLook>();
        var command = new LocalCommand("/talks health", HasAgreed: false, $"health/{Guid.NewGuid():N}", AsJson: false, look.Width(), look.Colour) { OnlyLive = onlyLive };
        if (await LocalCommandClient.AskAsync(file, command, token) is not { } answer)
        {
            await Console.Error.WriteLineAsync(LocalCommand.SocketOf(file) is null
                ? $"The path {file} is too long for a worker to be asked; put the database into a folder with a shorter one."
                : $"No worker on {file} answers: start it, or name its database with --database.");
            return CommandLineTool.Refused;
        }

        await host.Services.GetRequiredService<TerminalScreen>().ShowAsync(answer.Text, token);
        return answer.ExitCode;
    }
}
