using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Settings;

/// <summary>Where the bot's own troubles and the decisions that the desk owes are told.</summary>
/// <param name="desk">The settings.</param>
/// <param name="known">The connections there are; a host that names none has a terminal.</param>
/// <param name="lastResorts">Who outside chat hears of troubles too.</param>
public sealed class OperationsDesk(IOptions<DeskOptions> desk, IEnumerable<KnownConnection> known, IEnumerable<LastResort> lastResorts)
{
    private static readonly ChannelAddress Terminal = new("terminal", "", "desk");

    /// <summary>The channel; null where none is set and nobody sits at a terminal: then only the log tells.</summary>
    public ChannelAddress? Channel { get; } =
        desk.Value.Operations ?? (Serves(known, Terminal) ? Terminal : null);

    /// <summary>True when somebody has chosen the channel.</summary>
    public bool IsChosen { get; } = desk.Value.Operations is not null;

    /// <summary>Where people outside chat hear of troubles, beside the channel.</summary>
    public IReadOnlyList<ChannelAddress> LastResorts { get; } = [.. lastResorts.Select(resort => resort.Channel)];

    /// <summary>All of these: the channel first, and each once.</summary>
    public IEnumerable<ChannelAddress> Everybody => new[] { Channel }.OfType<ChannelAddress>().Concat(LastResorts).Distinct();

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

/// <summary>Refuses an operations channel that nobody serves: its alarms would wait unseen for ever.</summary>
internal sealed class OperationsValidator(IEnumerable<KnownConnection> known) : IValidateOptions<DeskOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        var faults = new[] { (nameof(options.OperationsChannel), options.OperationsChannel), (nameof(options.OperationsFallback), options.OperationsFallback) }
            .Select(setting => Fault(setting.Item1, setting.Item2))
            .OfType<string>()
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string? Fault(string key, string address) =>
        ChannelAddress.TryParse(address, out var channel) && !OperationsDesk.Serves(known, channel)
            ? $"{DeskOptions.Section}:{key} is \"{Echo.Of(address)}\", which no connection serves; "
                + $"name a channel of {string.Join(" or ", known.Select(connection => connection.Name))}, or configure {channel.ConnectionName}."
            : null;
}
