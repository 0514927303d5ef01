using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>What Slack tells of by itself: each is acknowledged at once, and then looked at.</summary>
internal sealed class WorkspaceEvents(IPlaceWatch watch, HomeTab home)
{
    /// <summary>Sees to one of them.</summary>
    public async Task ReceiveAsync(SlackConnection connection, SlackEvent happened, IReceipt receipt, CancellationToken token)
    {
        await receipt.SendAsync(null);
        switch (happened)
        {
            case AppHomeOpened opened:
                await home.OpenedAsync(connection, opened, receipt, token);
                break;
            case OtherEvent other:
                await LookAsync(connection, other, token);
                break;
        }
    }

    /// <summary>What may keep posts from a channel.</summary>
    private async Task LookAsync(SlackConnection connection, OtherEvent happened, CancellationToken token)
    {
        var self = await connection.WhoAsync(token) is Answered<Identity>(var identity) ? identity.UserId : null;
        if (PlaceEvents.Concerns(happened, self, out var channel))
        {
            await watch.LookAsync(connection.Name, channel, token);
        }
    }
}
