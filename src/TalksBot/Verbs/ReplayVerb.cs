using System.CommandLine;
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
