using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Settings;

/// <summary>Who may do what: roles and people of the platforms, as in <c>discord:main/role/123</c> or <c>discord:main/user/456</c>.</summary>
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The configuration binder replaces arrays and appends to lists.")]
public sealed class RolesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Roles";

    /// <summary>Chiefs. While none is named on a connection, its platform's own administrators are chiefs.</summary>
    public string[] Chief { get; set; } = [];

    /// <summary>Editors.</summary>
    public string[] Editor { get; set; } = [];

    /// <summary>Reporters.</summary>
    public string[] Reporter { get; set; } = [];

    /// <summary>All of it, read.</summary>
    internal RoleGrants Grants => new(Entries
        .Select(entry => ChannelAddress.TryParse(entry.Text, out var address) ? (entry.Role, address) : throw new InvalidOperationException($"{Section} was used before it was validated.")));

    /// <summary>Every entry with its key.</summary>
    internal IEnumerable<(Role Role, string Key, string Text)> Entries =>
        Keyed(Role.Chief, Chief).Concat(Keyed(Role.Editor, Editor)).Concat(Keyed(Role.Reporter, Reporter));

    private static IEnumerable<(Role Role, string Key, string Text)> Keyed(Role role, string[] entries) =>
        entries.Select((text, i) => (role, $"{role.ToString().ToLowerInvariant()}:{i}", text));
}

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
