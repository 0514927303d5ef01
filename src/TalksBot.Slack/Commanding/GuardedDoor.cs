using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Commanding;

/// <summary>The boundary where the bug of one command, press or form stops.</summary>
internal sealed partial class GuardedDoor(VisitorDoor door, TimeProvider time, ILogger<GuardedDoor> log)
{
    /// <summary>Does and answers one thing; never throws.</summary>
    public async Task ReceiveAsync(SlackConnection connection, Incoming content, IReceipt receipt, CancellationToken token)
    {
        if (content is UnknownIncoming unknown)
        {
            Unknown(connection.Name, TalksBot.Core.Commands.Echo.Of(unknown.Kind));
        }

        try
        {
            await door.ReceiveAsync(connection, content, receipt, time, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The program stops; the person is told by Slack that nothing happened.
        }
#pragma warning disable CA1031 // The command boundary: one visitor's bug must not cost the others their socket.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, connection.Name, content.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} failed at a {Kind}")]
    private partial void Failed(Exception fault, string connection, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} was told of something it does not know or cannot read: {Kind}")]
    private partial void Unknown(string connection, string kind);
}
