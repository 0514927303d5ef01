using System.ComponentModel.DataAnnotations;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Terminal;

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
