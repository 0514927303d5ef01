using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Desk;

/// <summary>Names every entry that is nobody's.</summary>
internal sealed class RolesOptionsValidator : IValidateOptions<RolesOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RolesOptions options)
    {
        var faults = options.Entries.Where(entry => !IsSomebody(entry.Text)).Select(entry =>
            $"{RolesOptions.Section}:{entry.Key} is \"{Echo.Of(entry.Text)}\"; write a role, group or person such as discord:main/role/123 or discord:main/user/456.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsSomebody(string text) => ChannelAddress.TryParse(text, out var address) && RoleHolder.Is(address);
}
