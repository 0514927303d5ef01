using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Hosting;
using TalksBot.LocalCommands;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;

namespace TalksBot.Verbs;

/// <summary>Runs one command as the local operator: in the worker on the same database, or here where none is running.</summary>
internal static class SayVerb
{
    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var line = new Argument<string>("line") { Description = "the command, such as \"/talks status\"" };
        var database = Options.Database();
        var yes = new Option<bool>("--yes") { Description = "post without a preview" };
        var say = new Command("say", "run one command and print the reply") { line, yes, database };
        say.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(line), parsed.GetValue(yes), parsed.GetValue(database), token));
        return say;
    }

    private static async Task<int> RunAsync(string line, bool hasAgreed, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        var look = host.Services.GetRequiredService<TerminalLook>();
        var asJson = host.Services.GetRequiredService<IOptions<TerminalOptions>>().Value.WritesJson;
        var command = new LocalCommand(line, hasAgreed, $"say/{Guid.NewGuid():N}", asJson, look.Width(), look.Colour);
        var opening = host.Services.GetRequiredService<OpenDatabase>();
        var answer = await LocalCommandClient.AskAsync(opening.File, command, token);
        if (answer is null)
        {
            await opening.RunAsync(token);
            answer = await host.Services.GetRequiredService<RunLocalCommand>().RunAsync(command, token);
        }

        await host.Services.GetRequiredService<TerminalScreen>().ShowAsync(answer.Text, token);
        return answer.ExitCode;
    }
}
