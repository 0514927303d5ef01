using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalksBot.Core.Archive;
using TalksBot.Core.Times;
using TalksBot.Features.Pace;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;
using TalksBot.Verbs;

namespace TalksBot.Replays;

/// <summary>Plays a story through the whole bot, in a folder of its own that is gone afterwards.</summary>
internal static class Replay
{
    /// <summary>Plays it and says how it went.</summary>
    /// <returns>The exit code: refused when a step of the story was, or when a post was lost or shown twice.</returns>
    public static async Task<int> RunAsync(TalksFile file, ReplayChoices choices, CancellationToken token)
    {
        var story = Story.Of(file);
        if (story.Window is not { } window)
        {
            await Console.Error.WriteLineAsync("The file holds no talks, so there is nothing to replay.");
            return CommandLineTool.Refused;
        }

        var folder = Directory.CreateTempSubdirectory("talksbot-");
        try
        {
            return await PlayAsync(story, window, choices, Path.Combine(folder.FullName, "talksbot.db"), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return CommandLineTool.Refused;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> PlayAsync(Story story, Interval window, ReplayChoices choices, string database, CancellationToken token)
    {
        var clock = new SimulatedClock(window.Start);
        var builder = DeskHost.Replay(database, clock, choices.Format);
        var curtain = new Curtain(StandardOutput.Open()) { IsOpen = choices.From is null };
        builder.Services.AddSingleton(new TerminalScreen(curtain));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<StoryTeller>();
        builder.Services.AddSingleton<IdleDetector>();
        builder.Services.AddSingleton<Tally>();
        using var host = builder.BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        var refused = await TellAsync(host, story, choices, curtain, token);
        return await host.Services.GetRequiredService<Tally>().ShowAsync(choices, refused, token)
            ? CommandLineTool.Done
            : CommandLineTool.Refused;
    }

    /// <summary>Runs the host for the length of the story. Interrupted or not, its workers stop before anything they use is disposed.</summary>
    private static async Task<IReadOnlyList<string>> TellAsync(IHost host, Story story, ReplayChoices choices, Curtain curtain, CancellationToken token)
    {
        try
        {
            await host.StartAsync(token);
            return await host.Services.GetRequiredService<StoryTeller>().TellAsync(story, choices, curtain, token);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }
}
