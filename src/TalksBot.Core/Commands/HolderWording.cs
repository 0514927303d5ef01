using TalksBot.Core.Channels;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>Whoever can have a role, as sentences name them: by name where one is known, else by what and where they are. Pure.</summary>
/// <param name="names">The names known, by address.</param>
public sealed class HolderWording(IReadOnlyDictionary<ChannelAddress, string> names)
{
    /// <summary>As in <c>Bob (bob) on slack:main</c> or <c>a person on slack:main (U02BOB)</c>.</summary>
    public string Of(ChannelAddress holder) => names.TryGetValue(holder, out var name) ? $"{name} on {holder.ConnectionName}" : Unnamed(holder);

    /// <summary>The same at the beginning of a sentence.</summary>
    public string First(ChannelAddress holder) => names.ContainsKey(holder) ? Of(holder) : Typography.Capital(Of(holder));

    private static string Unnamed(ChannelAddress holder) => holder.Channel.Split('/') switch
    {
        ["user", var id] => $"a person on {holder.ConnectionName} ({id})",
        [var kind, var id] => $"a {kind} on {holder.ConnectionName} ({id})",
        _ => $"{holder}",
    };
}
