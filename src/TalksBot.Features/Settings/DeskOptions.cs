using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Features.Settings;

/// <summary>The desk's own habits: what talks and follows get when nothing else is said.</summary>
public sealed class DeskOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Desk";

    /// <summary>The zone in which times are read when neither the command nor the talks name one: an IANA name or a place.</summary>
    public string Zone { get; set; } = "America/New_York";

    /// <summary>The clocks shown on every time, in order: zones, or <c>Name=Zone</c>. None means the three of the founding case.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The configuration binder replaces arrays and appends to lists.")]
    public string[] Clocks { get; set; } = [];

    /// <summary>How long before a deadline channels are told. None means the default ladder.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The configuration binder replaces arrays and appends to lists.")]
    public string[] Ladder { get; set; } = [];

    /// <summary>
    /// The channel that hears of the bot's own troubles and of decisions the desk owes. Empty means <c>terminal:desk</c> where the
    /// terminal takes part, else the log alone.
    /// </summary>
    public string OperationsChannel { get; set => field = value ?? ""; } = "";

    /// <summary>Whether the desk works on 24 hours, so that <c>10:00</c> is ten in the morning, or is asked whether it is am or pm.</summary>
    public string Hours { get; set; } = DeskHours.Ask;

    /// <summary>True when <c>10:00</c> is ten in the morning at this desk.</summary>
    public bool IsTwentyFourHour => Hours.Equals(DeskHours.TwentyFour, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The channel, on another connection, that hears what the operations channel cannot: that its own connection is out of reach. Empty
    /// means <c>terminal:desk</c> where the terminal takes part, else the log alone.
    /// </summary>
    public string OperationsFallback { get; set => field = value ?? ""; } = "";
}

/// <summary>What the desk's settings mean, once they are validated. Apart from them, so that none of it is taken for a setting.</summary>
public static class DeskReadings
{
    private static readonly string[] DefaultClocks = ["America/New_York", "Europe/Zurich", "Asia/Tokyo"];

    extension(DeskOptions desk)
    {
        /// <summary><see cref="DeskOptions.Zone"/> as a clock.</summary>
        public WallClock HomeClock => WallClock.TryParse(desk.Zone, out var clock) ? clock : throw Unvalidated(nameof(desk.Zone));

        /// <summary><see cref="DeskOptions.Clocks"/>, read.</summary>
        public IReadOnlyList<WallClock> WallClocks =>
            [.. (desk.Clocks.Length == 0 ? DefaultClocks : desk.Clocks).Select(text => WallClock.TryParse(text, out var clock) ? clock : throw Unvalidated(nameof(desk.Clocks)))];

        /// <summary><see cref="DeskOptions.Ladder"/>, read.</summary>
        public Ladder CountdownLadder => desk.Ladder.Length == 0
            ? Ladder.Default
            : Ladder.TryParse(string.Join(',', desk.Ladder), out var ladder) ? ladder : throw Unvalidated(nameof(desk.Ladder));

        /// <summary><see cref="DeskOptions.OperationsChannel"/>, read; null when it is not set. <see cref="OperationsDesk"/> says what is used.</summary>
        public ChannelAddress? Operations => desk.OperationsChannel.Length == 0
            ? null
            : ChannelAddress.TryParse(desk.OperationsChannel, out var channel) ? channel : throw Unvalidated(nameof(desk.OperationsChannel));

        /// <summary><see cref="DeskOptions.OperationsFallback"/>, read; null when it is not set.</summary>
        public ChannelAddress? Fallback => desk.OperationsFallback.Length == 0
            ? null
            : ChannelAddress.TryParse(desk.OperationsFallback, out var channel) ? channel : throw Unvalidated(nameof(desk.OperationsFallback));
    }

    private static InvalidOperationException Unvalidated(string key) => new($"{DeskOptions.Section}:{key} was used before it was validated.");
}

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

        if (!options.IsTwentyFourHour && !options.Hours.Equals(DeskHours.Ask, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{DeskOptions.Section}:Hours is \"{options.Hours}\"; write {DeskHours.Ask} or {DeskHours.TwentyFour}.";
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

/// <summary>What a desk means by an hour with neither am nor pm; words and no enumeration, so that another word is refused in a sentence.</summary>
internal static class DeskHours
{
    /// <summary>Nobody can tell, so it is asked.</summary>
    public const string Ask = "Ask";

    /// <summary>An hour of the 24-hour clock: 10:00 is ten in the morning.</summary>
    public const string TwentyFour = "TwentyFour";
}
