using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalksBot.Core.Archive;
using TalksBot.Core.Times;
using TalksBot.Features.Pace;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;
using TalksBot.Verbs;
using TalksBot.Web.Hosting;

namespace TalksBot.Replays;

/// <summary>Plays a story through the whole bot, in a folder of its own that is gone afterwards.</summary>
internal static class Replay
{
    /// <summary>On a fast clock a wall needs news more often than on a real one.</summary>
    private static readonly TimeSpan WallBeat = TimeSpan.FromMilliseconds(500);

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
        var builder = DeskHost.Replay(database, clock, choices.Format, choices.HasWall ? new WebPace(TimeProvider.System, choices.Speed) { Beat = WallBeat } : null);
        var curtain = new Curtain(StandardOutput.Open()) { IsOpen = choices.From is null };
        builder.Services.AddSingleton(new TerminalScreen(curtain));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<StoryTeller>();
        builder.Services.AddSingleton<IdleDetector>();
        builder.Services.AddSingleton<Tally>();
        using var host = builder.BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        return await TellAsync(host, story, choices, curtain, token) ? CommandLineTool.Done : CommandLineTool.Refused;
    }

    /// <summary>Runs the host for the length of the story. Interrupted or not, its workers stop before anything they use is disposed.</summary>
    /// <returns>True when every post was shown once and no step was refused.</returns>
    private static async Task<bool> TellAsync(IHost host, Story story, ReplayChoices choices, Curtain curtain, CancellationToken token)
    {
        try
        {
            await host.StartAsync(token);
            var refused = await host.Services.GetRequiredService<StoryTeller>().TellAsync(story, choices, curtain, token);
            var isSound = await host.Services.GetRequiredService<Tally>().ShowAsync(choices, refused, token);
            if (choices.HasWall)
            {
                await Console.Error.WriteLineAsync("The story is over. The wall stays until Ctrl-C.");
                await Task.Delay(Timeout.InfiniteTimeSpan, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return isSound;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }
}
