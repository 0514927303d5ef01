using System.CommandLine;
using System.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Setup;

namespace TalksBot.Verbs;

/// <summary>Asks for what a first start needs, one thing at a time, tries it, and writes the settings.</summary>
internal static class SetupVerb
{
    private const string Terminal = "terminal";

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var database = Options.Database();
        var setup = new Command("setup", "ask for what a first start needs, try it, write appsettings.json here, and check") { database };
        setup.SetAction((parsed, token) => RunAsync(parsed.GetValue(database), token));
        return setup;
    }

    private static async Task<int> RunAsync(string? database, CancellationToken token)
    {
        var file = new SettingsFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"));
        if (await file.FaultAsync(token) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return CommandLineTool.Refused;
        }

        Console.WriteLine("Each answer is tried as it is given; Enter takes what stands in brackets, and Ctrl-C leaves everything as it is.");
        var settings = new FirstSettings();
        var where = await AskAsync("Where do people sit: discord, slack, both or terminal?", Terminal, Known, token);
        if (where is "discord" or "both")
        {
            await AskDiscordAsync(settings, token);
        }

        if (where is "slack" or "both")
        {
            await AskSlackAsync(settings, token);
        }

        var zone = await AskAsync("In which zone are times read?", new DeskOptions().Zone, ZoneFault, token);
        settings.Take($"{DeskOptions.Section}:{nameof(DeskOptions.Zone)}", zone);
        if (where != Terminal)
        {
            await AskChannelAsync(settings, token);
        }

        await file.WriteAsync(settings.All, token);
        Console.WriteLine($"Written to {file.Path}, which only you may read. What check says of it:");
        await CheckVerb.RunAsync(database, token);
        Console.WriteLine("Start TalksBot with run.");
        return CommandLineTool.Done;
    }

    private static async Task AskDiscordAsync(FirstSettings settings, CancellationToken token)
    {
        string? invitation = null;
        await AskSecretAsync("The token of the Discord bot (Developer Portal, Bot, Reset Token):", async typed =>
        {
            (invitation, var refusal) = await settings.TryDiscordAsync(typed, token);
            return refusal;
        });
        Console.WriteLine($"Discord accepts it. Whoever runs the server lets the bot in here: {invitation}");
    }

    private static async Task AskSlackAsync(FirstSettings settings, CancellationToken token)
    {
        await AskSecretAsync("The bot token of the Slack app (xoxb-…, under OAuth & Permissions):", typed => settings.TrySlackAsync(FirstSettings.SlackBotToken, typed, token));
        await AskSecretAsync("Its app token (xapp-…, with connections:write, under Basic Information):", typed => settings.TrySlackAsync(FirstSettings.SlackAppToken, typed, token));
        Console.WriteLine("Slack accepts both.");
    }

    private static async Task AskChannelAsync(FirstSettings settings, CancellationToken token)
    {
        const string key = $"{DeskOptions.Section}:{nameof(DeskOptions.OperationsChannel)}";
        await AskUntilAsync("Which channel hears of TalksBot's own troubles, such as discord:main/1234 or slack:main/C0123? A line is posted there:", ReadAsync, typed => settings.TryChannelAsync(key, typed, token));
        Console.WriteLine("The line stands there.");

        async Task<string> ReadAsync() => await Console.In.ReadLineAsync(token) ?? throw new OperationCanceledException();
    }

    private static async Task<string> AskAsync(string question, string usual, Func<string, string?> fault, CancellationToken token)
    {
        var answer = "";
        await AskUntilAsync($"{question} [{usual}]", async () => await Console.In.ReadLineAsync(token) ?? throw new OperationCanceledException(), typed =>
        {
            answer = typed.Length == 0 ? usual : typed;
            return Task.FromResult(fault(answer));
        });
        return answer;
    }

    private static Task AskSecretAsync(string question, Func<string, Task<string?>> refuse) =>
        AskUntilAsync(question, ReadSecretAsync, async typed => typed.Length == 0 ? "It is empty; paste it here, or leave with Ctrl-C." : await refuse(typed));

    private static async Task AskUntilAsync(string question, Func<Task<string>> read, Func<string, Task<string?>> refuse)
    {
        while (true)
        {
            Console.WriteLine(question);
            var typed = (await read()).Trim();
            if (await refuse(typed) is not { } refusal)
            {
                return;
            }

            Console.WriteLine(refusal);
        }
    }

    /// <summary>A secret is not shown while it is typed; from a pipe it is a line like any other.</summary>
    private static async Task<string> ReadSecretAsync()
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync() ?? throw new OperationCanceledException();
        }

        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }

    private static string? Known(string answer) => answer is "discord" or "slack" or "both" or Terminal ? null : "Write discord, slack, both or terminal.";

    private static string? ZoneFault(string answer) => WallClock.TryParse(answer, out _) ? null : "That is no time zone; write an IANA name such as Europe/Zurich, or a place.";
}
