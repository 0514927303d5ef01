using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;

namespace TalksBot.Verbs;

/// <summary>Runs one command as the local operator; a worker on the same database sends what it causes.</summary>
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
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        var channel = host.Services.GetRequiredService<IOptions<TerminalOptions>>().Value.FirstAddress;
        var caller = new Caller("local operator", Role.Chief, channel) { HasAgreed = hasAgreed };
        var reply = await host.Services.GetRequiredService<ICommandDesk>().RunAsync(line, caller, token);
        var text = host.Services.GetRequiredService<ITerminalForm>().Write(reply, OfferedChoice.WithoutKeys(reply.Body.Buttons));
        await host.Services.GetRequiredService<TerminalScreen>().ShowAsync(text, token);
        return reply.Refused || reply.IsPreview ? CommandLineTool.Refused : CommandLineTool.Done;
    }
}
