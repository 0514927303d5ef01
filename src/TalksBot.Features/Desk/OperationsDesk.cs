using Microsoft.Extensions.Options;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Desk;

/// <summary>Where the bot's own troubles and the decisions that the desk owes are told.</summary>
/// <param name="desk">The settings.</param>
/// <param name="known">The connections there are; a host that names none has a terminal.</param>
public sealed class OperationsDesk(IOptions<DeskOptions> desk, IEnumerable<KnownConnection> known)
{
    private static readonly ChannelAddress Terminal = new("terminal", "", "desk");

    /// <summary>The channel; null where none is set and nobody sits at a terminal: then only the log tells.</summary>
    public ChannelAddress? Channel { get; } =
        desk.Value.Operations ?? (Serves(known, Terminal) ? Terminal : null);

    /// <summary>True when somebody has chosen the channel.</summary>
    public bool IsChosen { get; } = desk.Value.Operations is not null;

    /// <summary>The channel that can be told of a connection while nothing is posted over it; null where there is none on another connection.</summary>
    /// <param name="connection">The connection's name.</param>
    public ChannelAddress? AwayFrom(string connection)
    {
        var terminal = Serves(known, Terminal) ? Terminal : null;
        return new[] { Channel, desk.Value.Fallback, terminal }.FirstOrDefault(channel => channel is not null && channel.ConnectionName != connection);
    }

    /// <summary>True when one of the connections serves the channel.</summary>
    internal static bool Serves(IEnumerable<KnownConnection> known, ChannelAddress channel)
    {
        var names = known.Select(connection => connection.Name).ToList();
        return names.Count == 0 || names.Contains(channel.ConnectionName);
    }
}
