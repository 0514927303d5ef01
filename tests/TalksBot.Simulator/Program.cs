using System.Runtime.InteropServices;
using TalksBot.Simulator;

const string Help = """
    TalksBot.Simulator [discord] [PORT] [TOKEN]              a Discord, on port 5090; what runs without a word
    TalksBot.Simulator slack [PORT] [BOT-TOKEN] [APP-TOKEN]  a Slack workspace, on port 5091
                             … [URL] [SIGNING-SECRET]        which sends what people do to this address, signed, instead of over sockets
    TalksBot.Simulator both                                  one of each, on their usual ports
    """;

var stop = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
switch (args)
{
    case ["help" or "--help" or "-h", ..]:
        await Console.Out.WriteLineAsync(Help);
        return 0;
    case ["slack", .. var rest]:
        return await SlackProgram.RunAsync(rest, Console.Out, stop.Task);
    case ["both"]:
        var codes = await Task.WhenAll(DiscordProgram.RunAsync([], Console.Out, stop.Task), SlackProgram.RunAsync([], Console.Out, stop.Task));
        return codes.Max();
    case ["discord", .. var rest]:
        return await DiscordProgram.RunAsync(rest, Console.Out, stop.Task);
    default:
        return await DiscordProgram.RunAsync(args, Console.Out, stop.Task);
}
