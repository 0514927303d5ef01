using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Desk;

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
