using Microsoft.Extensions.Options;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;

namespace TalksBot.Features.Desk;

/// <summary>Names every faulty key at once, with its fault and its mend.</summary>
internal sealed class DeskOptionsValidator : IValidateOptions<DeskOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DeskOptions options)
    {
        foreach (var (key, zone) in options.Clocks.Select((clock, i) => ($"Clocks:{i}", clock)).Prepend(("Zone", options.Zone)))
        {
            if (!WallClock.TryParse(zone, out _))
            {
                yield return $"{DeskOptions.Section}:{key} is \"{zone}\", which is no time zone; write an IANA name such as Europe/Zurich.";
            }
        }

        if (options.Ladder.Length > 0 && !Ladder.TryParse(string.Join(',', options.Ladder), out _))
        {
            yield return $"{DeskOptions.Section}:Ladder cannot be read; write lengths of time such as 24h, 1h, 15m, 0, at most {Ladder.MostRungs}.";
        }

        if (!Enum.IsDefined(options.Hours))
        {
            yield return $"{DeskOptions.Section}:Hours is \"{options.Hours}\"; write {string.Join(" or ", Enum.GetNames<DeskHours>())}.";
        }

        if (options.OperationsFallback.Length > 0 && !ChannelAddress.TryParse(options.OperationsFallback, out _))
        {
            yield return $"{DeskOptions.Section}:OperationsFallback is \"{options.OperationsFallback}\"; write a channel such as terminal:desk.";
        }

        if (options.OperationsChannel.Length > 0 && !ChannelAddress.TryParse(options.OperationsChannel, out _))
        {
            yield return $"{DeskOptions.Section}:OperationsChannel is \"{options.OperationsChannel}\"; write a channel such as terminal:desk.";
        }
    }
}
