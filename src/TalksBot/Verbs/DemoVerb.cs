using System.CommandLine;
using System.Diagnostics;
using TalksBot.Core.Archive;
using TalksBot.Replays;

namespace TalksBot.Verbs;

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
