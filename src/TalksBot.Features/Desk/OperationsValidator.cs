using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Desk;

/// <summary>Refuses an operations channel that nobody serves: its alarms would wait unseen for ever.</summary>
internal sealed class OperationsValidator(IEnumerable<KnownConnection> known) : IValidateOptions<DeskOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DeskOptions options) =>
        ChannelAddress.TryParse(options.OperationsChannel, out var channel) && !OperationsDesk.Serves(known, channel)
            ? ValidateOptionsResult.Fail(
                $"{DeskOptions.Section}:OperationsChannel is \"{Echo.Of(options.OperationsChannel)}\", which no connection serves; "
                + $"name a channel of {string.Join(" or ", known.Select(connection => connection.Name))}, or configure {channel.ConnectionName}.")
            : ValidateOptionsResult.Success;
}
