using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Storage;
using TalksBot.Terminal;

namespace TalksBot.Replays;

/// <summary>The closing count of a replay: what the receipts and the transcript say.</summary>
internal sealed class Tally(IServiceScopeFactory scopes, TerminalTranscript transcript, TerminalScreen screen, ITerminalRenderer renderer)
{
    /// <summary>Shows the count: on the screen for people, on standard error beside JSON lines.</summary>
    /// <param name="choices">How the replay is shown.</param>
    /// <param name="refused">The steps that the desk refused.</param>
    /// <param name="token">Gives up.</param>
    /// <returns>True when every post was shown once and no step was refused.</returns>
    public async Task<bool> ShowAsync(ReplayChoices choices, IReadOnlyList<string> refused, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var receipts = await scope.ServiceProvider.GetRequiredService<TalksDb>().Deliveries.AsNoTracking().ToListAsync(token);
        var sent = receipts.Where(receipt => receipt.State is DeliveryState.Sent).ToList();
        var late = sent.Count(receipt => Lateness.IsLate(receipt.DueAt, receipt.Rung, receipt.SentAt!.Value));
        var lost = receipts.Count(receipt => receipt.State is DeliveryState.Failed or DeliveryState.Pending or DeliveryState.Sending);
        var twice = transcript.CountRepeated();
        var post = new Post("Tally", lost + twice + refused.Count == 0 ? Severity.Good : Severity.Pressing,
        [
            Line("Posts", sent.Count),
            Line("Channels", sent.Select(receipt => receipt.Channel).Distinct().Count()),
            Line("Late", late),
            Line("Lost", lost),
            Line("Twice", twice),
            .. refused.Select(step => new PostPiece.Field("Refused", step)),
        ]);
        await ShowAsync(choices, post, token);
        return lost + twice + refused.Count == 0;
    }

    private async Task ShowAsync(ReplayChoices choices, Post post, CancellationToken token)
    {
        if (choices.WritesJson)
        {
            await Console.Error.WriteLineAsync(PostText.Write(post));
            return;
        }

        await screen.ShowAsync(renderer.Write(Reply.Answer(post), []), token);
    }

    private static PostPiece.Field Line(string name, int count) => new(name, count.ToString(CultureInfo.InvariantCulture));
}
