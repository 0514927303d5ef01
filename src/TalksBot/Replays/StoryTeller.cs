using System.Text;
using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Features.Pace;

namespace TalksBot.Replays;

/// <summary>Moves the clock from one thing that happens to the next, and does what people did when they did it.</summary>
internal sealed class StoryTeller(ICommandDesk desk, SimulatedClock clock, IdleDetector stillness)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private static readonly ChannelAddress Newsroom = new("terminal", "", "desk");

    /// <summary>Tells the story.</summary>
    /// <returns>The steps that the desk refused, with its reasons.</returns>
    public async Task<IReadOnlyList<string>> TellAsync(Story story, ReplayChoices choices, Curtain curtain, CancellationToken token)
    {
        var refused = new List<string>();
        var end = choices.To ?? story.Window!.Value.End;
        var steps = new Queue<StoryStep>(story.Steps.Where(step => step.At <= end));
        for (var at = await NextAsync(steps, token); at is { } next && next <= end; at = await NextAsync(steps, token))
        {
            await PassTimeAsync(next, choices, curtain, token);
            while (steps.TryPeek(out var step) && step.At <= next)
            {
                refused.AddRange(await ActAsync(steps.Dequeue(), token));
            }

            await stillness.WaitAsync(token);
        }

        await PassTimeAsync(end, choices, curtain, token);
        return refused;
    }

    private async Task<Instant?> NextAsync(Queue<StoryStep> steps, CancellationToken token)
    {
        var due = await stillness.NextDueAsync(token);
        return steps.TryPeek(out var step) && (due is null || step.At < due) ? step.At : due;
    }

    /// <summary>What is shown takes its time; what came before the window does not.</summary>
    private async Task PassTimeAsync(Instant to, ReplayChoices choices, Curtain curtain, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (to <= now)
        {
            return;
        }

        var shownFrom = choices.From ?? now;
        if (to >= shownFrom)
        {
            curtain.IsOpen = true;
            await RollAsync(Instant.Max(now, shownFrom), to, choices, token);
        }

        clock.AdvanceTo(to);
    }

    /// <summary>Posts need the clock only where something happens; on a wall it is seen to go.</summary>
    private async Task RollAsync(Instant from, Instant to, ReplayChoices choices, CancellationToken token)
    {
        if (choices.HasWall)
        {
            var step = Duration.FromTimeSpan(Step) * choices.Speed;
            for (; to - from > step; from += step)
            {
                clock.AdvanceTo(from);
                await Task.Delay(Step, token);
            }
        }

        await Task.Delay(((to - from) / choices.Speed).ToTimeSpan(), token);
    }

    private async Task<IEnumerable<string>> ActAsync(StoryStep step, CancellationToken token)
    {
        var reply = await desk.RunAsync(step.Line, new Caller(step.By, Role.Chief, Newsroom) { HasAgreed = true }, token);
        return reply.Refused ? [$"{TimeWording.Iso(step.At)} {step.Line}: {reply.Body.Heading}"] : [];
    }
}

/// <summary>How a replay is shown.</summary>
/// <param name="Speed">Simulated seconds in a real one, at least 1.</param>
/// <param name="From">Where to begin to show; null for the beginning of the story.</param>
/// <param name="To">Where to stop; null for its end.</param>
/// <param name="Format">How posts are shown.</param>
internal sealed record ReplayChoices(double Speed, Instant? From, Instant? To, string Format)
{
    /// <summary>It is shown on a wallboard as well.</summary>
    public bool HasWall { get; init; }

    /// <summary>True for one JSON object a line.</summary>
    public bool WritesJson => Format.Equals("json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A writer that shows nothing until the part of the story that was asked for begins.</summary>
internal sealed class Curtain(TextWriter stage) : TextWriter
{
    /// <summary>True once the audience may see.</summary>
    public bool IsOpen { get; set; }

    /// <inheritdoc/>
    public override Encoding Encoding => stage.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (IsOpen)
        {
            stage.Write(value);
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => IsOpen ? stage.WriteAsync(value) : Task.CompletedTask;

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => stage.FlushAsync(cancellationToken);
}
