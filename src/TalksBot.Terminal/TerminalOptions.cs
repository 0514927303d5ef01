using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Terminal;

/// <summary>How the terminal takes part.</summary>
public sealed partial class TerminalOptions
{
    /// <summary>Where these settings stand.</summary>
    public const string Section = "TalksBot:Platforms:Terminal";

    /// <summary><c>true</c>, <c>false</c>, or <c>auto</c>: only when no other platform is connected.</summary>
    [RegularExpression(
        "(?i)auto|true|false",
        ErrorMessage = $"{Section}:Enabled must be auto, true or false; remove it to mean auto.")]
    public string Enabled { get; set; } = "auto";

    /// <summary><c>Cards</c> for people or <c>Json</c> for programs, one object a line.</summary>
    [RegularExpression(
        "(?i)cards|json",
        ErrorMessage = $"{Section}:Format must be Cards or Json; remove it to mean Cards.")]
    public string Format { get; set; } = "Cards";

    /// <summary>The channels shown on this terminal; none means <c>desk</c>. Typed commands come from the first.</summary>
    [TerminalChannels]
    public IList<string> Channels { get; set; } = [];

    /// <summary>Where typed commands come from.</summary>
    public ChannelAddress FirstAddress => new(TerminalPlatform.PlatformName, "", Channels.FirstOrDefault() ?? "desk");

    /// <summary>True when posts are written as JSON lines.</summary>
    public bool WritesJson => Format.Equals("Json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the terminal takes part.</summary>
    /// <param name="hasOtherPlatform">Another platform is connected.</param>
    public bool IsEnabled(bool hasOtherPlatform) =>
        Enabled.Equals("auto", StringComparison.OrdinalIgnoreCase)
            ? !hasOtherPlatform
            : Enabled.Equals("true", StringComparison.OrdinalIgnoreCase);

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<TerminalOptions>;
}

/// <summary>Every name in the list makes an address such as <c>terminal:desk</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TerminalChannelsAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var wrong = (value as IEnumerable<string> ?? []).FirstOrDefault(name => !TerminalPlatform.Serves(Address(name)));
        return wrong is null
            ? ValidationResult.Success
            : new ValidationResult(
                $"{TerminalOptions.Section}:Channels holds \"{Echo.Of(wrong)}\", which cannot be a channel's name; use letters, digits and hyphens, such as desk.");
    }

    private static ChannelAddress? Address(string name) =>
        ChannelAddress.TryParse($"{TerminalPlatform.PlatformName}:{name}", out var address) ? address : null;
}
