using System.CommandLine;
using System.Diagnostics;
using TalksBot.Core.Archive;
using TalksBot.Replays;

namespace TalksBot.Verbs;

/// <summary>Plays anybody's file again, as it came about.</summary>
internal static class ReplayVerb
{
    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var file = new Argument<string>("file") { Description = "a JSON file as export writes it" };
        var options = new ReplayOptions();
        var replay = new Command("replay", "play a file of negotiations again on a fast clock") { file };
        options.AddTo(replay);
        replay.SetAction(async (parsed, token) =>
        {
            var (talks, refusal) = await TalksFileOnDisk.ReadAsync(parsed.GetRequiredValue(file), token);
            if (talks is not null)
            {
                return await Replay.RunAsync(talks, options.Read(parsed), token);
            }

            await Console.Error.WriteLineAsync(refusal);
            return CommandLineTool.Refused;
        });
        return replay;
    }
}

/// <summary>Plays the founding case: a night in June 1995.</summary>
internal static class DemoVerb
{
    private const string Sample = "us-japan-autos-1995.json";

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var options = new ReplayOptions();
        var demo = new Command("demo", "play the US–Japan automotive talks of June 1995 on a fast clock");
        options.AddTo(demo);
        demo.SetAction(async (parsed, token) => await Replay.RunAsync(await ReadSampleAsync(token), options.Read(parsed), token));
        return demo;
    }

    private static async Task<TalksFile> ReadSampleAsync(CancellationToken token)
    {
        await using var stream = typeof(DemoVerb).Assembly.GetManifestResourceStream(Sample) ?? throw new UnreachableException();
        return await TalksFile.ReadAsync(stream, token) is TalksFileReading.Understood sample
            ? sample.File
            : throw new UnreachableException("The sample that ships with the program must be sound; a test reads it.");
    }
}
